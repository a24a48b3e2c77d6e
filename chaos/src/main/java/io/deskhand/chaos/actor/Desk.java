package io.deskhand.chaos.actor;

import io.deskhand.chaos.actor.ServiceApi.Answer;
import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The agents' API in the hands of one agent: tells the witness what it promised. */
final class Desk {

    /** A refusal that comes with the work of others, or that an older service gives to what it does not know yet. */
    private static final Set<String> FORESEEN = Set.of("unknown_ticket", "not_found", "forbidden");

    private static final int CONFLICT = 409;

    private final String agent;
    private final ServiceApi api;
    private final Witness witness;
    private boolean signedIn;
    private int said;

    Desk(String agent, ServiceApi api, Witness witness) {
        this.agent = agent;
        this.api = api;
        this.witness = witness;
    }

    void signIn(String password) throws IOException, InterruptedException {
        if (!signedIn) {
            signedIn = api.signIn(agent, password);
        }
    }

    /** A sign of life. */
    void beat() throws IOException, InterruptedException {
        accept(api.post("/api/session/heartbeat", Map.of()));
    }

    List<JsonNode> tickets(String view, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        Answer answer = api.get("/api/tickets?view=" + view);
        List<JsonNode> found = new ArrayList<>();
        if (accept(answer)) {
            answer.body().get("tickets").forEach(ticket -> {
                if (wanted.test(ticket)) {
                    found.add(ticket);
                }
            });
        }
        return found;
    }

    void claim(JsonNode ticket) throws IOException, InterruptedException {
        Answer answer = api.post(path(ticket, "claim"), Map.of());
        if (accept(answer)) {
            owned(answer.body().get("ticket"));
        } else if (answer.code().equals("already_claimed")) {
            String winner = answer.body().path("winner").path("id").asString("");
            witness.lost(new ClaimLost(id(ticket), agent, winner));
        }
    }

    /** Writes to the customer; on a ticket that nobody owns that is a claim (I3). */
    void say(JsonNode ticket) throws IOException, InterruptedException {
        String text = "This is " + agent + ", message " + ++said + ": I am looking into it.";
        long pos = 0;
        try {
            Answer answer = api.post(path(ticket, "messages"), Map.of("text", text), agent + "-" + said);
            if (accept(answer)) {
                pos = answer.body().get("entry").get("pos").asLong();
                owned(answer.body().get("ticket"));
            }
        } finally {
            witness.agentSent(new AgentSent(id(ticket), agent, text, pos));
        }
    }

    /** A command that makes the agent the owner, if it is taken. */
    void take(JsonNode ticket, String command) throws IOException, InterruptedException {
        Answer answer = api.post(path(ticket, command), Map.of());
        if (accept(answer)) {
            owned(answer.body().get("ticket"));
        }
    }

    /** Any other command. */
    void tell(JsonNode ticket, String command, Map<String, ?> body) throws IOException, InterruptedException {
        accept(api.post(path(ticket, command), body));
    }

    private void owned(JsonNode ticket) {
        boolean mine = ticket.get("owner").get("id").asString("").equals(agent);
        if (mine && status(ticket).equals("HUMAN")) {
            witness.claimed(new ClaimWon(id(ticket), agent, ticket.get("epoch").asLong()));
        }
    }

    /** Whether it was done; a refusal that nobody foresees is a surprise. */
    private boolean accept(Answer answer) {
        if (answer.status() == 401) {
            signedIn = false;
        } else if (!answer.ok() && answer.status() != CONFLICT && !FORESEEN.contains(answer.code())) {
            witness.surprise(agent + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.ok();
    }

    private static String path(JsonNode ticket, String command) {
        return "/api/tickets/" + id(ticket) + "/" + command;
    }

    static String id(JsonNode ticket) {
        return ticket.get("id").asString();
    }

    static String status(JsonNode ticket) {
        return ticket.get("status").asString();
    }
}
