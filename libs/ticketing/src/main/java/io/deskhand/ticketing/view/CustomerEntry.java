package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log entry as the ticket's customer sees it (docs/api.md): nothing for colleagues alone, and not how the bot came to its answers. */
public record CustomerEntry(
        long pos,
        Instant at,
        long epoch,
        RoomKind kind,
        Author author,
        String text,
        LogEntry.State state,
        long seq,
        @Nullable String serial,
        List<Citation> citations) {

    public CustomerEntry {
        citations = List.copyOf(citations);
    }

    /** Empty for what is for colleagues alone. */
    public static Optional<CustomerEntry> of(LogEntry entry) {
        return RoomKind.of(entry.kind())
                .map(kind -> new CustomerEntry(
                        entry.pos(),
                        entry.at(),
                        entry.epoch(),
                        kind,
                        entry.author(),
                        entry.text(),
                        entry.state(),
                        entry.seq(),
                        entry.serial(),
                        entry.citations()));
    }
}
