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
        Kind kind,
        Author author,
        String text,
        LogEntry.State state,
        long seq,
        @Nullable String serial,
        List<Citation> citations) {

    /** The kinds that the room shows. */
    public enum Kind {
        MESSAGE,
        NOTICE,
        MARKER
    }

    public CustomerEntry {
        citations = List.copyOf(citations);
    }

    /** Empty for what is for colleagues alone. */
    public static Optional<CustomerEntry> of(LogEntry entry) {
        return kind(entry.kind())
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

    private static Optional<Kind> kind(LogEntry.Kind kind) {
        return switch (kind) {
            case MESSAGE -> Optional.of(Kind.MESSAGE);
            case NOTICE -> Optional.of(Kind.NOTICE);
            case MARKER -> Optional.of(Kind.MARKER);
            case PACKET, NOTE, PROPOSAL -> Optional.empty();
        };
    }
}
