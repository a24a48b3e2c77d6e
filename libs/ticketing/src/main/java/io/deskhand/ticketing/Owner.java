package io.deskhand.ticketing;

/** Who may write to the customer now. Exactly one at any time (I7). */
public sealed interface Owner {

    /** A bot, under the name that customers see. */
    record Bot(BotId id, String name) implements Owner {}

    /** The inbox of a team: nobody has claimed the ticket yet. */
    record Queue(TeamId team) implements Owner {}

    /** A human agent, under the name that customers see. */
    record Agent(AgentId id, String name) implements Owner {}

    /** A resolved ticket has no owner. */
    record Nobody() implements Owner {}

    /** The status that goes with this owner. */
    default Status status() {
        return switch (this) {
            case Bot bot -> Status.BOT;
            case Queue queue -> Status.QUEUED;
            case Agent agent -> Status.HUMAN;
            case Nobody nobody -> Status.RESOLVED;
        };
    }
}
