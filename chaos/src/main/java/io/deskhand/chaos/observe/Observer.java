package io.deskhand.chaos.observe;

import io.deskhand.chaos.actor.Cast;
import io.deskhand.chaos.actor.Witness;
import io.deskhand.chaos.actor.Witness.OpenedTicket;
import io.deskhand.chaos.check.Logged;
import io.deskhand.chaos.check.Story;
import io.deskhand.chaos.check.World;
import io.deskhand.client.AgentClient;
import io.deskhand.client.AgentClient.View;
import io.deskhand.client.DeskhandException;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at everything from the outside: tickets and logs through the agents' API, rooms through the history of Chat. */
public final class Observer implements AutoCloseable {

    private final Map<String, AgentClient> agents = new LinkedHashMap<>();
    private final ChatHistory rooms;
    private final Witness witness;
    private final int capacity;
    private final InstantSource clock;
    private final String password;

    /**
     * Where to look.
     *
     * @param desks addresses of the agents' side
     * @param realtime port of the realtime server
     * @param key an API key of it with all rights
     * @param agents all that may sign in
     */
    public record Places(
            List<String> desks, int realtime, String key, List<String> agents, String password, int capacity) {}

    public Observer(Places places, Witness witness, InstantSource clock) {
        places.agents()
                .forEach(agent -> agents.put(agent, new AgentClient(Cast.settings(places.desks(), 0, new Witness()))));
        this.rooms = new ChatHistory(places.realtime(), places.key());
        this.witness = witness;
        this.capacity = places.capacity();
        this.clock = clock;
        this.password = places.password();
    }

    /** The state of everything now. Reading takes a moment, so it is consistent only while nothing happens. */
    public World look() throws IOException {
        Map<String, Integer> slots = new LinkedHashMap<>();
        agents.forEach((agent, client) -> {
            if (!client.session()) {
                client.signIn(agent, password);
            }
            slots.put(agent, ids(client, View.MINE).size());
        });
        AgentClient client = agents.values().iterator().next();
        Set<String> ids = new LinkedHashSet<>(
                witness.tickets().stream().map(OpenedTicket::id).toList());
        ids.addAll(ids(client, View.ALL));
        List<Story> stories = new ArrayList<>();
        for (String id : ids) {
            Optional<AgentSnapshot> snapshot = find(client, id);
            if (snapshot.isPresent()) {
                stories.add(story(snapshot.get()));
            }
        }
        if (client.leftOut() > 0) {
            witness.surprise("the agents' API says " + client.leftOut() + " things that no client knows");
        }
        Map<String, Integer> open = new LinkedHashMap<>();
        stories.stream().filter(Story::isOpen).forEach(story -> open.merge(story.customer(), 1, Integer::sum));
        return new World(
                clock.instant(),
                stories,
                witness.testimony(),
                new HashSet<>(ids(client, View.INBOX)),
                slots,
                capacity,
                open);
    }

    private static List<String> ids(AgentClient client, View view) {
        return client.tickets(view).stream().map(AgentTicket::id).toList();
    }

    private static Optional<AgentSnapshot> find(AgentClient client, String id) {
        try {
            return Optional.of(client.ticket(id));
        } catch (DeskhandException e) {
            if (e.isUnavailable()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Story story(AgentSnapshot snapshot) throws IOException {
        AgentTicket ticket = snapshot.ticket();
        NextMove next = ticket.next();
        return new Story(
                ticket.id(),
                ticket.customer(),
                ticket.status(),
                ticket.owner().id(),
                ticket.epoch(),
                ticket.customerPos() > ticket.answeredPos(),
                next == null ? null : next.dueAt(),
                snapshot.entries().stream().map(Logged::of).toList(),
                rooms.read(ticket.room()),
                rooms.present(ticket.room()));
    }

    @Override
    public void close() {
        agents.values().forEach(AgentClient::close);
    }
}
