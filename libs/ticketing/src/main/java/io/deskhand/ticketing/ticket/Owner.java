package io.deskhand.ticketing.ticket;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.TeamId;
import java.util.Optional;

/** Who is responsible for the ticket. An open ticket has exactly one owner (I7); for a resolved or closed one it is {@link Nobody}. */
public sealed interface Owner {

    /** A bot, under the name that customers see. */
    record Bot(BotId id, String name) implements Owner {}

    /** The inbox of a team: nobody has claimed the ticket yet. */
    record Queue(TeamId team) implements Owner {}

    /** The agent who is offered the ticket. It takes one of their slots until they accept, decline or let the time pass. */
    record Offered(Agent agent) implements Owner {}

    /** A human agent, under the name that customers see. */
    record Agent(AgentId id, String name) implements Owner {}

    /** A resolved or closed ticket has no owner. */
    record Nobody(boolean closed) implements Owner {}

    /** The status that goes with this owner. */
    default Status status() {
        return switch (this) {
            case Bot bot -> Status.BOT;
            case Queue queue -> Status.QUEUED;
            case Offered offered -> Status.OFFERED;
            case Agent agent -> Status.HUMAN;
            case Nobody nobody -> nobody.closed() ? Status.CLOSED : Status.RESOLVED;
        };
    }

    /** The agent whose slot the ticket takes. */
    default Optional<Agent> slot() {
        return switch (this) {
            case Agent agent -> Optional.of(agent);
            case Offered offered -> Optional.of(offered.agent());
            case Bot bot -> Optional.empty();
            case Queue queue -> Optional.empty();
            case Nobody nobody -> Optional.empty();
        };
    }

    default boolean is(AgentId agent) {
        return this instanceof Agent owner && owner.id().equals(agent);
    }
}
