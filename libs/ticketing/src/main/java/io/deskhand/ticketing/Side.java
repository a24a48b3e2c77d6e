package io.deskhand.ticketing;

import java.util.Optional;

/** The two sides that serve tickets: they meet in the store and in the room, never with each other. */
public enum Side {
    /** bot-service: while the bot owns the ticket. */
    BOT,
    /** handoff-service: while it is queued or an agent owns it. */
    DESK;

    /** Which side serves a ticket of this status; none serves a resolved one. */
    public static Optional<Side> of(Status status) {
        return switch (status) {
            case BOT -> Optional.of(BOT);
            case QUEUED, HUMAN -> Optional.of(DESK);
            case RESOLVED -> Optional.empty();
        };
    }

    /** The key of the side's work stream. */
    public String stream() {
        return "{desk}:work:" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
