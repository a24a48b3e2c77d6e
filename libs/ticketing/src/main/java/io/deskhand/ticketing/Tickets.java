package io.deskhand.ticketing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tickets and their logs, wherever they are stored.
 *
 * <p>Guarantees: {@link #execute} is all or nothing and happens once for each command id (I10); between the revision decided on and the commit nothing else was
 * committed; after a claim no draft and no bot text is accepted (I1, I2). An answer means that the store has it; how durable that is, the store says.
 */
public interface Tickets {

    /** Decides on the command and commits it. Safe to repeat after any failure with the same command id. */
    Outcome execute(TicketId ticket, Command command);

    /**
     * Shows the bot's answer so far: one round trip, no new revision. The first call of a turn takes the answer's position in the log; a newer turn of the same epoch
     * cuts an older one.
     *
     * @param ticket as the writer knows it: its epoch is the fence
     * @param turn log position of the newest customer message that the turn answers
     * @param text all of the answer so far
     */
    DraftOutcome draft(Ticket ticket, long turn, String text);

    Optional<Ticket> find(TicketId ticket);

    /** The tickets with these ids that exist, in one round trip. */
    List<Ticket> findAll(Collection<TicketId> tickets);

    Optional<Snapshot> snapshot(TicketId ticket);

    /** The open ticket of this customer with this bot (I16). */
    Optional<Ticket> openTicket(CustomerId customer, BotId bot);

    /** The customer's tickets, newest first. */
    List<Ticket> ofCustomer(CustomerId customer, int limit);

    /** All queued tickets, in the order in which they are to be claimed. */
    List<Ticket> inbox(int limit);

    /** The tickets that take a slot of the agent: owned by them, or offered to them. */
    List<Ticket> ownedBy(AgentId agent);

    /** All open tickets, the one whose next move is due first coming first. */
    List<Ticket> open(int limit);

    /** Tickets whose next move was due by then, longest overdue first: the work of the {@link Watchdog}. */
    List<Ticket> due(Instant by, int limit);

    /** All tickets, last changed first. */
    List<Ticket> latest(int limit);

    /** What became of a command. */
    sealed interface Outcome {

        /**
         * It has happened, now or when the command came first.
         *
         * @param entries what it wrote to the log; empty if it changed nothing
         * @param now whether it has happened by this very call
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

    /** A ticket and its whole log, in order of position. */
    record Snapshot(Ticket ticket, List<LogEntry> entries) {
        public Snapshot {
            entries = List.copyOf(entries);
        }
    }
}
