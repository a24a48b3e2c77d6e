package io.deskhand.ticketing.log;

import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.ticket.Owner;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ticket's log.
 *
 * @param pos position in the log, from 1, without gaps
 * @param epoch the ticket's epoch when it was written
 * @param seq version of the text, from 1; rises while the entry streams. A view ignores a lower one than it holds
 * @param serial the room's serial of it once delivered or ingested
 * @param data what it says in addition to its text; null for plain words
 */
@RecordBuilder
public record LogEntry(
        long pos,
        Instant at,
        long epoch,
        Kind kind,
        Author author,
        String text,
        State state,
        long seq,
        @Nullable String serial,
        List<Citation> citations,
        @Nullable EntryData data)
        implements LogEntryBuilder.With {

    public LogEntry {
        citations = List.copyOf(citations);
    }

    public enum Kind {
        /** Somebody's words. */
        MESSAGE,
        /** The system tells the customer something. */
        NOTICE,
        /** The owner has changed; a bot message never follows a claim marker (I1). */
        MARKER,
        /** The handoff packet: agents see it, the room does not. */
        PACKET,
        /** For colleagues alone: an agent's private note, or an alert of the system's; the room does not have it. */
        NOTE,
        /** An answer of the bot that a colleague must approve first: agents see it, the room does not (G19 in docs/handoff.md). */
        PROPOSAL;

        public boolean goesToRoom() {
            return switch (this) {
                case MESSAGE, NOTICE, MARKER -> true;
                case PACKET, NOTE, PROPOSAL -> false;
            };
        }
    }

    public enum State {
        STREAMING,
        /** Sealed: never changes again. */
        FINAL,
        /** Sealed by a change of owner, or by a newer customer message, before the bot had finished. */
        STOPPED
    }

    /** A passage that supports an answer; {@code quote} is verbatim. */
    public record Citation(String id, String title, String url, String quote) {}

    /** Who wrote an entry. */
    public record Author(Role role, String id, String name) {

        public static final Author SYSTEM = new Author(Role.SYSTEM, "system", "");

        public enum Role {
            CUSTOMER,
            BOT,
            AGENT,
            SYSTEM
        }

        public static Author of(Owner.Bot bot) {
            return new Author(Role.BOT, bot.id().value(), bot.name());
        }

        public static Author of(Owner.Agent agent) {
            return new Author(Role.AGENT, agent.id().value(), agent.name());
        }

        public static Author of(CustomerId customer) {
            return new Author(Role.CUSTOMER, customer.value(), "");
        }
    }
}
