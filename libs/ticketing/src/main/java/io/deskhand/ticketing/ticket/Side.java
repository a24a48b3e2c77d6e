package io.deskhand.ticketing.ticket;

import java.util.Optional;

/** The two sides that serve tickets: they meet in the store and in the room, and never call each other. */
public enum Side {
    /** bot-service: while the bot owns the ticket. */
    BOT,
    /** handoff-service: while it is queued, an agent has it, or it is resolved and the customer may still write. */
    DESK;

    /** Which side serves a ticket of this status; none serves a closed one. */
    public static Optional<Side> of(Status status) {
        return switch (status) {
            case BOT -> Optional.of(BOT);
            case QUEUED, OFFERED, HUMAN, RESOLVED -> Optional.of(DESK);
            case CLOSED -> Optional.empty();
        };
    }
}
