package io.deskhand.ticketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link TicketRules#decide} makes of a command. */
public sealed interface Decision {

    /** It may happen, as this commit, if the ticket is still at the revision that was decided on. */
    record Accepted(Commit commit) implements Decision {}

    /** It is so already; nothing to write. */
    record Unchanged() implements Decision {}

    record Refused(Refusal refusal) implements Decision {}

    /**
     * All that happens together, or not at all.
     *
     * @param after the ticket afterwards; its {@code rev} and {@code customerPos} are given by the store
     * @param sealing what becomes of the bot's open draft, null to leave it alone
     * @param entries appended in this order
     * @param capacity with an agent as new owner: the most tickets they may own, checked in the commit (I15)
     */
    record Commit(Ticket after, @Nullable Sealing sealing, List<NewEntry> entries, int capacity) {
        public Commit {
            entries = List.copyOf(entries);
        }
    }

    /** What becomes of an open draft. */
    sealed interface Sealing {

        /** The turn ends with this text: it takes the draft's place, or a new one if nothing was drafted. */
        record Finish(long turn, NewEntry entry) implements Sealing {}

        /** The turn is cut: what was shown stands, marked as stopped (I5). */
        record Cut() implements Sealing {}
    }
}
