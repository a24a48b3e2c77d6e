package io.deskhand.handoff.agent;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.ticket.Owner;
import java.util.List;

/**
 * A signed-in agent.
 *
 * @param name as customers see it
 * @param capacity the most tickets that the agent may own at once
 * @param supervisor whether the agent may take over and transfer what others own
 */
public record Agent(AgentId id, String name, List<String> teams, int capacity, boolean supervisor) {

    public Agent {
        teams = List.copyOf(teams);
    }

    public Owner.Agent asOwner() {
        return new Owner.Agent(id, name);
    }

    /** Whether the agent owns what has this owner. */
    public boolean owns(Owner owner) {
        return owner instanceof Owner.Agent other && other.id().equals(id);
    }
}
