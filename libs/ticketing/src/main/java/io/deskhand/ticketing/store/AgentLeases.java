package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Presence of agents, as leases. A heartbeat of the dashboard or any command of the agent renews the lease. An agent whose lease has expired is offered nothing, and
 * loses the tickets they own (I19, I23; G13, G14 in docs/handoff.md).
 */
public interface AgentLeases {

    /**
     * Renews an agent's lease, as a heartbeat does.
     *
     * @param capacity the most tickets that the agent may own at once
     */
    void keep(AgentId agent, Collection<TeamId> teams, int capacity);

    /** A hint that the agent is gone, such as a lost connection: the lease ends after this, unless a heartbeat comes. Never extends a lease. */
    void shorten(AgentId agent, Duration left);

    /** The agents whose lease is valid. */
    Set<AgentId> here();

    /** Agents whose lease has expired by this time and who have not been forgotten. */
    List<AgentId> gone(Instant by);

    /** Forgets the agents whose lease has expired by this time: their tickets have been released. */
    void forget(Instant by);
}
