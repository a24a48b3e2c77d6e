package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry;

/**
 * The {@code headers} of a message that the services publish to a room: what its log entry is.
 *
 * @param seq version of the text; a client ignores a lower one than it has
 * @param name of the author
 */
public record RoomHeaders(long pos, long epoch, RoomKind kind, LogEntry.State state, long seq, String name) {

    /** @param entry one that goes to the room */
    public static RoomHeaders of(LogEntry entry) {
        return new RoomHeaders(
                entry.pos(),
                entry.epoch(),
                RoomKind.of(entry.kind()).orElseThrow(),
                entry.state(),
                entry.seq(),
                entry.author().name());
    }
}
