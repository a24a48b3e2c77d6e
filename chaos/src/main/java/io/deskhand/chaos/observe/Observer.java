package io.deskhand.chaos.observe;

import io.deskhand.chaos.actor.ServiceApi;
import io.deskhand.chaos.actor.ServiceApi.Answer;
import io.deskhand.chaos.actor.Witness;
import io.deskhand.chaos.actor.Witness.OpenedTicket;
import io.deskhand.chaos.check.Logged;
import io.deskhand.chaos.check.Story;
import io.deskhand.chaos.check.World;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at everything from the outside: tickets and logs through the agents' API, rooms through the history of Chat. */
public final class Observer implements AutoCloseable {

    private final Map<String, ServiceApi> agents = new LinkedHashMap<>();
    private final ChatHistory rooms;
    private final Witness witness;
    private final int capacity;
    private final InstantSource clock;
    private final String password;

    /**
     * Where to look.
     *
     * @param desks addresses of the agents' side
     * @param realtime address of the realtime server
     * @param key an API key of it with all rights
     * @param agents all that may sign in
     */
    public record Places(
            List<String> desks, String realtime, String key, List<String> agents, String password, int capacity) {}

    public Observer(Places places, Witness witness, InstantSource clock) {
        Witness own = new Witness();
        places.agents().forEach(agent -> agents.put(agent, new ServiceApi(places.desks(), 0, own)));
        this.rooms = new ChatHistory(places.realtime(), places.key());
        this.witness = witness;
        this.capacity = places.capacity();
        this.clock = clock;
        this.password = places.password();
    }

    /** All that stands now. Reading takes a moment, so this is one picture only while nothing happens. */
    public World look() throws IOException, InterruptedException {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (Map.Entry<String, ServiceApi> agent : agents.entrySet()) {
            if (agent.getValue().get("/api/session").status() == 401) {
                agent.getValue().signIn(agent.getKey(), password);
            }
            slots.put(agent.getKey(), list(agent.getValue(), "mine").size());
        }
        ServiceApi api = agents.values().iterator().next();
        Set<String> ids = new LinkedHashSet<>(
                witness.tickets().stream().map(OpenedTicket::id).toList());
        ids.addAll(list(api, "all"));
        List<Story> stories = new ArrayList<>();
        for (String id : ids) {
            Answer answer = api.get("/api/tickets/" + id);
            if (answer.ok()) {
                stories.add(story(answer.body()));
            }
        }
        Map<String, Integer> open = new LinkedHashMap<>();
        stories.stream().filter(Story::isOpen).forEach(story -> open.merge(story.customer(), 1, Integer::sum));
        return new World(
                clock.instant(),
                stories,
                witness.testimony(),
                new HashSet<>(list(api, "inbox")),
                slots,
                capacity,
                open);
    }

    private static List<String> list(ServiceApi api, String view) throws IOException, InterruptedException {
        Answer answer = api.get("/api/tickets?view=" + view);
        if (!answer.ok()) {
            throw new IOException("unable to list tickets; " + answer.status() + " " + answer.body());
        }
        List<String> ids = new ArrayList<>();
        answer.body().get("tickets").forEach(ticket -> ids.add(ticket.get("id").asString()));
        return ids;
    }

    private Story story(JsonNode snapshot) throws IOException, InterruptedException {
        JsonNode ticket = snapshot.get("ticket");
        List<Logged> log = new ArrayList<>();
        snapshot.get("entries").forEach(entry -> log.add(logged(entry)));
        JsonNode due = ticket.path("next").path("dueAt");
        return new Story(
                ticket.get("id").asString(),
                ticket.get("customer").asString(),
                ticket.get("status").asString(),
                ticket.get("owner").get("id").asString(""),
                ticket.get("epoch").asLong(),
                ticket.path("customerPos").asLong(0)
                        > ticket.path("answeredPos").asLong(0),
                due.isString() ? Instant.parse(due.asString()) : null,
                log,
                rooms.read(ticket.get("room").asString()),
                rooms.present(ticket.get("room").asString()));
    }

    private static Logged logged(JsonNode entry) {
        JsonNode author = entry.get("author");
        JsonNode data = entry.path("data");
        String role = author.get("role").asString();
        JsonNode serial = entry.path("serial");
        return new Logged(
                entry.get("pos").asLong(),
                entry.get("epoch").asLong(),
                entry.get("kind").asString(),
                role,
                data.path("event").asString(""),
                data.path("agent")
                        .asString(role.equals("AGENT") ? author.get("id").asString() : ""),
                entry.get("text").asString(),
                entry.get("state").asString(),
                entry.get("seq").asLong(),
                serial.isString() ? serial.asString() : null);
    }

    @Override
    public void close() {
        agents.values().forEach(ServiceApi::close);
    }
}
