package io.deskhand.ticketing.story;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One ticket and its log, with nothing but a list under them. */
final class PureTicket {

    Ticket ticket;
    final List<LogEntry> log = new ArrayList<>();
    final Map<String, long[]> outcomes = new HashMap<>();
    private int draft;
    private long draftTurn;

    /** Whether a newer turn than this is being written. */
    boolean isPast(long turn) {
        return draft > 0 && draftTurn > turn;
    }

    /** The newest position of a customer's message, 0 for none. */
    long customerPos() {
        return log.stream()
                .filter(entry -> entry.author().role() == Author.Role.CUSTOMER)
                .mapToLong(LogEntry::pos)
                .max()
                .orElse(0);
    }

    /** As {@code draft.lua} does. */
    DraftOutcome draft(Ticket ticket, long turn, String text, Instant now) {
        if (this.ticket.epoch() != ticket.epoch() || this.ticket.status() != Status.BOT) {
            return new DraftOutcome.Refused(
                    new Refusal.Fenced(ticket.epoch(), this.ticket.epoch(), this.ticket.status()));
        }
        if (this.ticket.review().holds()) {
            return new DraftOutcome.Refused(new Refusal.Held());
        }
        if (turn <= this.ticket.answeredPos() || (draft > 0 && draftTurn > turn)) {
            return new DraftOutcome.Refused(new Refusal.TurnOver());
        }
        if (draft > 0 && draftTurn == turn) {
            LogEntry longer = text(log.get(draft - 1), text, State.STREAMING);
            log.set(draft - 1, longer);
            return new DraftOutcome.Shown(longer.pos(), longer.seq());
        }
        seal(new Sealing.Cut(), now);
        NewEntry words = new NewEntry(Kind.MESSAGE, Author.of(ticket.bot()), text, List.of(), null, null);
        LogEntry begun = entry(words, log.size() + 1, ticket.epoch(), now, 0);
        log.add(text(begun, text, State.STREAMING));
        draft = log.size();
        draftTurn = turn;
        return new DraftOutcome.Shown(draft, 1);
    }

    /** Ends the open draft, or puts a final text where none was drafted; returns the entry that this gives. */
    Optional<LogEntry> seal(Sealing sealing, Instant now) {
        Sealing.Finish finish = sealing instanceof Sealing.Finish words ? words : null;
        if (sealing == null || draft == 0) {
            return Optional.ofNullable(finish)
                    .map(words -> append(words.entry(), words.turn().epoch(), now));
        }
        int pos = draft;
        draft = 0;
        LogEntry before = log.get(pos - 1);
        if (finish != null && draftTurn == finish.turn().turn()) {
            log.set(pos - 1, entry(finish.entry(), pos, finish.turn().epoch(), now, before.seq() + 1));
            return Optional.of(entry(finish.entry(), pos, finish.turn().epoch(), now, 1));
        }
        log.set(pos - 1, text(before, before.text(), State.STOPPED));
        return Optional.ofNullable(finish)
                .map(words -> append(words.entry(), words.turn().epoch(), now));
    }

    LogEntry append(NewEntry entry, long epoch, Instant now) {
        LogEntry written = entry(entry, log.size() + 1, epoch, now, 1);
        log.add(written);
        return written;
    }

    private static LogEntry entry(NewEntry entry, long pos, long epoch, Instant now, long seq) {
        return new LogEntry(
                pos,
                now,
                epoch,
                entry.kind(),
                entry.author(),
                entry.text(),
                State.FINAL,
                seq,
                entry.serial(),
                entry.citations(),
                entry.data());
    }

    private static LogEntry text(LogEntry entry, String text, State state) {
        return entry.with().text(text).state(state).seq(entry.seq() + 1).build();
    }
}
