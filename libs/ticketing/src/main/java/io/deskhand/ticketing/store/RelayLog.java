package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The log as its publisher sees it: one publisher a ticket at a time, strictly in order, nothing skipped.
 *
 * <p>Guarantees: while a holder's right is valid, no other holder gets an entry to publish. The step that finds nothing left also gives the right back, so no entry is
 * left behind without a publisher. Non-guarantee: a holder that sleeps longer than its right may still publish something late (N2 in docs/handoff.md). Its next
 * {@link #done} says so, and the entry is published again in its newest form.
 */
public interface RelayLog {

    /** Asks for the publishing right of a ticket, and what to publish first. */
    Step take(TicketId ticket, String holder, Duration lasts);

    /**
     * Reports that an entry is in the room, and asks for the next.
     *
     * @param seq the version of its text that the room now has
     */
    Step done(TicketId ticket, String holder, Duration lasts, ToPublish published, long seq, String serial);

    /** Tickets that have had something to publish for longer than this: their publisher may be dead. */
    List<TicketId> waiting(Duration longerThan, int limit);

    /** What to do next. */
    sealed interface Step {

        record Publish(ToPublish what) implements Step {}

        /** All is published; the right has been given back. */
        record Nothing() implements Step {}

        /** Another holder has the right. */
        record Busy() implements Step {}

        /** The right had expired and another holder has it. */
        record Lost() implements Step {}
    }

    /**
     * An entry to publish: create it in the room if it has no serial yet, else update it.
     *
     * @param repair mark of a repeated publication, empty for a usual one
     */
    record ToPublish(LogEntry entry, String repair) {

        /** The same for every attempt at the same version, so that a repeat is no duplicate. */
        public String idempotencyKey(TicketId ticket) {
            String version = entry.serial() == null ? "" : ":" + entry.seq() + repair;
            return ticket + ":" + entry.pos() + version;
        }

        public Optional<String> serial() {
            return Optional.ofNullable(entry.serial());
        }
    }
}
