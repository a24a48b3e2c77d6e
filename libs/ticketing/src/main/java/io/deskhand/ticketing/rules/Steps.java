package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Accepted;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Refused;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules share: forms of decisions, and texts that have a limit. */
final class Steps {

    /** The condition of every change of hands that cuts what the bot was saying (I5). */
    static final Sealing CUT = new Sealing.Cut();

    private Steps() {}

    static TicketDecision accept(
            Ticket after, @Nullable Sealing sealing, List<NewEntry> entries, Condition... conditions) {
        return new Accepted(new Commit(after, sealing, entries, List.of(conditions)));
    }

    static TicketDecision refuse(Refusal refusal) {
        return new Refused(refusal);
    }

    /** The turn ends (I6): with the bot's last words if it has some that need no approval, else by cutting what was drafted. */
    static Sealing lastWords(Ticket ticket, @Nullable TurnKey turn, String text, @Nullable BotDecision decision) {
        if (turn == null || text.isBlank() || ticket.review().approval()) {
            return CUT;
        }
        NewEntry words = NewEntry.message(Author.of(ticket.bot()), text, decision);
        return new Sealing.Finish(turn, words);
    }

    /** The same, with more entries before its own and more conditions. */
    static TicketDecision extended(TicketDecision decision, List<NewEntry> before, Condition... more) {
        if (!(decision instanceof Accepted(Commit commit))) {
            return decision;
        }
        List<NewEntry> entries = new ArrayList<>(before);
        entries.addAll(commit.entries());
        List<Condition> conditions = new ArrayList<>(commit.conditions());
        conditions.addAll(List.of(more));
        return new Accepted(new Commit(commit.after(), commit.sealing(), entries, conditions));
    }

    static @Nullable Refusal checkText(String text, int limit) {
        if (text.isBlank()) {
            return new Refusal.TextEmpty();
        }
        return checkOptional(text, limit);
    }

    static @Nullable Refusal checkOptional(String text, int limit) {
        return text.length() > limit ? new Refusal.TextTooLong(limit) : null;
    }

    /** Back to its team's queue, before all others, with the wait that the customer has behind them (I23). */
    static Ticket toTheFront(Ticket ticket, Deadlines deadlines, Instant now) {
        return ticket.ownedBy(
                        new Owner.Queue(ticket.team()),
                        deadlines.next(NextMove.Who.QUEUE, now),
                        ticket.times().queued(now))
                .withFront(true);
    }

    /** The bot's answer to a turn has reached the customer. */
    static Ticket answeredBy(Ticket ticket, TurnKey turn, Deadlines deadlines, Instant now) {
        Ticket after = ticket.answered(turn.turn()).withReview(ticket.review().answered(turn.guidance()));
        NextMove.Who who = after.customerWaits() ? NextMove.Who.BOT : NextMove.Who.CUSTOMER;
        return after.awaiting(deadlines.next(who, now), now);
    }
}
