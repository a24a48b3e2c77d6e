package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which agents are there. A lease begins anew with every sign of life: a heartbeat of the dashboard, or any command of the agent. Who is not there is offered nothing, and
 * loses what they own by rule (I19, I23; G13, G14 in docs/handoff.md).
 */
public interface AgentLeases {

    /**
     * A sign of life.
     *
     * @param capacity the most tickets that the agent may own at once
     */
    void keep(AgentId agent, Collection<TeamId> teams, int capacity);

    /** A hint that the agent is gone, such as a lost connection: the lease ends after this, unless a sign of life comes. Never makes a lease longer. */
    void shorten(AgentId agent, Duration left);

    /** The agents who are there. */
    Set<AgentId> here();

    /** Agents whose lease has ended by then and who have not been forgotten. */
    List<AgentId> gone(Instant by);

    /** Everything that agents had whose lease had ended by then has been taken from them. */
    void forget(Instant by);
}
