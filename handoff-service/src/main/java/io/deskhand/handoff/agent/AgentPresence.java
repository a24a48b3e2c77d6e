package io.deskhand.handoff.agent;

import io.deskhand.realtime.Rooms;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.store.AgentLeases;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches the agents' own room for dashboards that leave it. Presence is a hint, never the truth: it makes a lease shorter, and the next heartbeat makes it whole again.
 */
@Component
public class AgentPresence {

    /** The Chat room that every dashboard is in. */
    static final String ROOM = "support:agents";

    /** How long an agent who left still counts as there: longer than the time between two heartbeats. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(AgentPresence.class);
    private static final String AGENT = "agent:";

    private final Rooms rooms;
    private final AgentLeases leases;

    AgentPresence(Rooms rooms, AgentLeases leases) {
        this.rooms = rooms;
        this.leases = leases;
    }

    /** Begins to watch; ends with the connection to the rooms. */
    public void start() {
        rooms.onLeave(ROOM, this::left);
    }

    private void left(String clientId) {
        if (!clientId.startsWith(AGENT)) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                leases.shorten(new AgentId(clientId.substring(AGENT.length())), GRACE);
            } catch (RuntimeException e) {
                log.warn("unable to note that {} left; {}", clientId, e.getMessage());
            }
        });
    }
}
