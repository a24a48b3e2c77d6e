package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link TicketRules#decide} makes of a command. */
public sealed interface TicketDecision {

    /** It may happen, as this commit, if the ticket is still at the revision that was decided on. */
    record Accepted(Commit commit) implements TicketDecision {}

    /** It is so already; nothing to write. */
    record Unchanged() implements TicketDecision {}

    record Refused(Refusal refusal) implements TicketDecision {}

    /**
     * All that happens together, or not at all.
     *
     * @param after the ticket afterwards; its {@code rev} and {@code customerPos} are given by the store
     * @param sealing what becomes of the bot's open draft, null to leave it alone
     * @param entries appended in this order
     * @param conditions checked in the commit itself
     */
    record Commit(Ticket after, @Nullable Sealing sealing, List<NewEntry> entries, List<Condition> conditions) {
        public Commit {
            entries = List.copyOf(entries);
            conditions = List.copyOf(conditions);
        }
    }

    /** What must hold of an agent in the moment of the commit. */
    sealed interface Condition {

        AgentId agent();

        /** They own fewer tickets than this, not counting this one (I15). */
        record FreeSlot(AgentId agent, int capacity) implements Condition {}

        /** They are there: their lease lives (I23). */
        record Here(AgentId agent) implements Condition {}

        /** They are not there. */
        record Gone(AgentId agent) implements Condition {}

        /** They have just shown that they are present: the commit renews their lease. */
        record Acts(AgentId agent) implements Condition {}
    }

    /** What becomes of an open draft. */
    sealed interface Sealing {

        /** The turn ends with this text, written at the turn's epoch: it takes the draft's place, or a new one if nothing was drafted. */
        record Finish(TurnKey turn, NewEntry entry) implements Sealing {}

        /** The turn is cut: what was shown stands, marked as stopped (I5). */
        record Cut() implements Sealing {}
    }
}
