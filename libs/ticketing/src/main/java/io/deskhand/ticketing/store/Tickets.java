package io.deskhand.ticketing.store;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;

/**
 * The tickets and their logs, wherever they are stored.
 *
 * <p>Guarantees (G1 to G5 in docs/handoff.md): {@link #execute} is atomic and happens once for each command id (I10). It uses optimistic locking: nothing is
 * committed between the revision decided on and the commit. After a claim no draft and no bot text is accepted (I1, I2). Durability is that of the store.
 */
public interface Tickets extends TicketQueries {

    /** Decides on the command and commits it. Safe to repeat after any failure with the same command id. */
    Outcome execute(TicketId ticket, Command command);

    /**
     * Shows the bot's answer so far: one round trip, no new revision. The first call of a turn takes the answer's position in the log; a newer turn of the same epoch
     * cuts an older one.
     *
     * @param ticket as the writer knows it: its epoch is the fencing token
     * @param turn log position of the newest customer message that the turn answers
     * @param text all of the answer so far
     */
    DraftOutcome draft(Ticket ticket, long turn, String text);

    /** What became of a command. */
    sealed interface Outcome {

        /**
         * It has happened, now or when the command came first.
         *
         * @param entries what it wrote to the log; empty if it changed nothing
         * @param now whether this call made it happen
         */
        record Done(Ticket ticket, List<LogEntry> entries, boolean now) implements Outcome {
            public Done {
                entries = List.copyOf(entries);
            }
        }

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** What became of a draft. */
    sealed interface DraftOutcome {

        record Shown(long pos, long seq) implements DraftOutcome {}

        /** Nothing was stored and nothing will be delivered. */
        record Refused(Refusal refusal) implements DraftOutcome {}
    }
}
