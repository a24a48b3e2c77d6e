package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry;
import java.util.Optional;

/** The kinds of entry that the room shows, and so the customer. */
public enum RoomKind {
    /** Somebody's words. */
    MESSAGE,
    /** The system tells the customer something. */
    NOTICE,
    /** The owner has changed. */
    MARKER;

    /** Empty for what is for colleagues alone. */
    public static Optional<RoomKind> of(LogEntry.Kind kind) {
        return switch (kind) {
            case MESSAGE -> Optional.of(MESSAGE);
            case NOTICE -> Optional.of(NOTICE);
            case MARKER -> Optional.of(MARKER);
            case PACKET, NOTE, PROPOSAL -> Optional.empty();
        };
    }
}
