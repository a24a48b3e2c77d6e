package io.deskhand.client;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.view.AgentEntry;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One agent at the agents' API of a handoff-service, in the rooms of their tickets, and at the inbox.
 *
 * <p>Guarantees: every call ends within the timeouts of its {@link ClientSettings}; a failure is a {@link DeskhandException}. A command that succeeded may be given again without a second
 * effect; texts need the same idempotency key for that. Non-guarantees: the session ends when its cookie expires, then calls fail with 401. Room and inbox events may arrive twice
 * and, after a gap, not at all. Nothing here sends heartbeats by itself. Safe for use by many threads.
 */
public final class AgentClient implements AutoCloseable {

    private final ViewJson json = new ViewJson();
    private final HttpApi api;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final LazyConnection connection;

    public AgentClient(ClientSettings settings) {
        this.api = new HttpApi(settings, json);
        this.connection = new LazyConnection(api, json, "agent", this::tokenPath);
    }

    private String tokenPath() {
        return "/api/realtime/token"
                + watched.stream().map(id -> "watch=" + id).collect(Collectors.joining("&", "?", ""));
    }

    /** An agent as the service knows them. */
    public record Agent(String id, String name, List<String> teams, int capacity, boolean supervisor) {
        public Agent {
            teams = List.copyOf(teams);
        }
    }

    /** @param here whether the agent's lease is live */
    public record Colleague(String id, String name, List<String> teams, boolean here) {
        public Colleague {
            teams = List.copyOf(teams);
        }
    }

    /** A text that the log has taken, and the ticket as it then is. */
    public record Written(AgentEntry entry, AgentTicket ticket) {}

    /** What to change about a ticket; null leaves it as it is. */
    public record Triage(
            @Nullable String team,
            @Nullable Integer priority,
            @Nullable List<String> tags) {}

    /** Which tickets a list has. */
    public enum View {
        /** Queued tickets, longest wait first. */
        INBOX,
        /** What this agent owns or is offered. */
        MINE,
        /** Every open ticket and the last 50 resolved ones. */
        ALL
    }

    /** @throws DeskhandException with the code {@code sign_in_failed} when name or password are wrong */
    public Agent signIn(String username, String password) {
        // The first answer brings the XSRF cookie; that nobody is signed in yet is expected.
        session();
        Map<String, String> credentials = Map.of("username", username, "password", password);
        return agent(api.post("/api/session", credentials));
    }

    /** Returns whether the session is still signed in; fetches the XSRF cookie too. */
    public boolean session() {
        try {
            agent(api.get("/api/session"));
            return true;
        } catch (DeskhandException e) {
            if (e.status() == 401) {
                return false;
            }
            throw e;
        }
    }

    private Agent agent(JsonNode body) {
        Agent agent = json.read(body.path("agent"), Agent.class);
        connection.name(agent.name());
        return agent;
    }

    /** Ends the session; the agent's lease ends soon after, unless another client keeps it. */
    public void signOut() {
        api.delete("/api/session");
    }

    /** Keeps the agent's lease. Without one (or any command) for 90 s the agent's tickets go back to the queue. */
    public void heartbeat() {
        api.post("/api/session/heartbeat", Map.of());
    }

    public List<Colleague> colleagues() {
        return List.of(json.read(api.get("/api/agents").path("agents"), Colleague[].class));
    }

    public List<AgentTicket> tickets(View view) {
        return json.agentTickets(api.get("/api/tickets?view=" + view.name().toLowerCase(Locale.ROOT)));
    }

    public AgentSnapshot ticket(String id) {
        return json.agentSnapshot(api.get(path(id, "")));
    }

    /** @throws DeskhandException with {@code already_claimed} and the winner, or with {@code slots_full} */
    public AgentSnapshot claim(String id) {
        return command(id, "/claim", Map.of());
    }

    /** Writes to the customer; on a ticket that no agent owns this is a claim first. */
    public Written reply(String id, String text) {
        return reply(id, text, HttpApi.newKey());
    }

    /** @param idempotencyKey a repeat under the same key has the first one's outcome */
    public Written reply(String id, String text, String idempotencyKey) {
        return write(id, "/messages", Map.of("text", text), idempotencyKey);
    }

    /** Writes a private note. */
    public Written note(String id, String text) {
        return write(id, "/notes", Map.of("text", text), HttpApi.newKey());
    }

    /** Writes to the bot alone; its next answer takes it into account. */
    public Written whisper(String id, String text) {
        return write(id, "/whispers", Map.of("text", text), HttpApi.newKey());
    }

    /** Answers the bot's question at this position of the log. */
    public Written answer(String id, String text, long question) {
        return write(id, "/answers", Map.of("text", text, "question", question), HttpApi.newKey());
    }

    private Written write(String id, String path, Map<String, ?> body, String idempotencyKey) {
        return json.read(api.post(path(id, path), body, idempotencyKey), Written.class);
    }

    /** Shows the customer for some ten seconds that the agent is typing. */
    public void typing(String id) {
        api.post(path(id, "/typing"), Map.of());
    }

    /** Offers a queued ticket to a colleague. */
    public AgentSnapshot offer(String id, String agent) {
        return command(id, "/offer", Map.of("agent", agent));
    }

    public AgentSnapshot accept(String id) {
        return command(id, "/accept", Map.of());
    }

    public AgentSnapshot decline(String id) {
        return command(id, "/decline", Map.of());
    }

    /** Gives the ticket back to the front of the queue. */
    public AgentSnapshot release(String id) {
        return command(id, "/release", Map.of());
    }

    public AgentSnapshot transferToAgent(String id, String agent, String note) {
        return command(id, "/transfer", Map.of("agent", agent, "note", note));
    }

    public AgentSnapshot transferToTeam(String id, String team, String note) {
        return command(id, "/transfer", Map.of("team", team, "note", note));
    }

    /** Takes a ticket from a colleague; supervisors only. */
    public AgentSnapshot takeOver(String id, String reason) {
        return command(id, "/takeover", Map.of("reason", reason));
    }

    /** @param continueNow whether the bot answers the customer's last message at once */
    public AgentSnapshot handBack(String id, String note, boolean continueNow) {
        return command(id, "/hand-back", Map.of("note", note, "continueNow", continueNow));
    }

    public AgentSnapshot snooze(String id, Instant until) {
        return command(id, "/snooze", Map.of("until", until));
    }

    /** @param subject one line */
    public AgentSnapshot rename(String id, String subject) {
        return command(id, "/rename", Map.of("subject", subject));
    }

    public AgentSnapshot triage(String id, Triage triage) {
        return command(id, "/triage", triage);
    }

    /** @param force resolves even while a customer message is unanswered */
    public AgentSnapshot resolve(String id, boolean force) {
        return command(id, "/resolve", Map.of("force", force));
    }

    public AgentSnapshot reopen(String id) {
        return command(id, "/reopen", Map.of());
    }

    /** From now on a colleague must approve what the bot says in this ticket, or no longer. */
    public AgentSnapshot requireApproval(String id, boolean required) {
        return command(id, "/approval", Map.of("required", required));
    }

    /** @param text replaces the proposal's own; null leaves it */
    public AgentSnapshot approve(String id, long proposal, @Nullable String text) {
        Map<String, String> body = new HashMap<>();
        if (text != null) {
            body.put("text", text);
        }
        return command(id, "/proposals/" + proposal + "/approve", body);
    }

    public AgentSnapshot reject(String id, long proposal, String note) {
        return command(id, "/proposals/" + proposal + "/reject", Map.of("note", note));
    }

    private AgentSnapshot command(String id, String path, Object body) {
        return json.agentSnapshot(api.post(path(id, path), body));
    }

    private static String path(String id, String rest) {
        return "/api/tickets/" + new TicketId(id) + rest;
    }

    /** Follows the room of a ticket that this agent owns, or only watches; returns once attached. At most 20 may be watched at once. */
    public Room join(AgentTicket ticket, Room.Listener listener) {
        watched.add(ticket.id());
        RoomConnection rooms = connection.authorized();
        return rooms.join(ticket.room(), listener, () -> watched.remove(ticket.id()));
    }

    /** Follows the ticket's room and keeps what is said there. */
    public RoomTranscript join(AgentTicket ticket) {
        return RoomTranscript.joined(listener -> join(ticket, listener));
    }

    /**
     * Follows the inbox: every change of every ticket; returns once attached.
     *
     * <p>Non-guarantee: events may arrive twice or late. Ignore a {@code rev} that is not above the one you hold, and list the tickets again after a gap.
     *
     * @param changes runs on the connection's thread: hand off at once
     * @param gap runs when events may have been missed
     */
    public InboxFeed followInbox(Consumer<AgentTicket> changes, Runnable gap) {
        return connection.get().followInbox(changes, gap);
    }

    /** How much was left out because this version of the client does not know its kind, state or status. */
    public long leftOut() {
        return json.leftOut();
    }

    /** Closes the connections; the session stays signed in until its cookie expires. */
    @Override
    public void close() {
        connection.close();
        api.close();
    }
}
