package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log entry as agents see it (docs/api.md).
 *
 * @param seq version of the text; a client ignores a lower one than it has
 * @param serial the room's serial of it once delivered or ingested
 * @param data what it says in addition to its text; null for plain words
 */
public record AgentEntry(
        long pos,
        Instant at,
        long epoch,
        LogEntry.Kind kind,
        Author author,
        String text,
        LogEntry.State state,
        long seq,
        @Nullable String serial,
        List<Citation> citations,
        @Nullable EntryData data) {

    public AgentEntry {
        citations = List.copyOf(citations);
    }

    public static AgentEntry of(LogEntry entry) {
        return new AgentEntry(
                entry.pos(),
                entry.at(),
                entry.epoch(),
                entry.kind(),
                entry.author(),
                entry.text(),
                entry.state(),
                entry.seq(),
                entry.serial(),
                entry.citations(),
                entry.data());
    }
}
