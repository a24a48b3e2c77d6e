package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;

import io.deskhand.ticketing.command.Command.Expire;
import io.deskhand.ticketing.rules.Decision.Unchanged;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of what happens when a deadline has passed: there is one for every status, so nobody is ever stuck (I12, I20). */
final class Expiry {

    private final Deadlines deadlines;
    private final Handoffs handoffs;
    private final Boundaries boundaries;
    private final Consultation consultation;
    private final Endings endings;

    Expiry(Deadlines deadlines, Handoffs handoffs, Boundaries boundaries, Consultation consultation, Endings endings) {
        this.deadlines = deadlines;
        this.handoffs = handoffs;
        this.boundaries = boundaries;
        this.consultation = consultation;
        this.endings = endings;
    }

    Decision expire(Ticket ticket, Expire expire, Facts facts) {
        NextMove next = ticket.next();
        Instant now = facts.now();
        if (next == null || !next.dueAt().equals(expire.dueAt()) || now.isBefore(next.dueAt())) {
            return new Unchanged();
        }
        return switch (ticket.owner()) {
            case Owner.Bot bot
            when next.who() == Who.BOT -> boundaries.giveUp(ticket, EscalationReason.OVERDUE, "", facts);
            case Owner.Bot bot when next.who() == Who.AGENT -> consultation.overdue(ticket, facts);
            case Owner.Bot bot -> endings.quiet(ticket, now);
            case Owner.Queue queue -> alert(ticket, "Nobody has claimed this", Who.QUEUE, now);
            case Owner.Offered(Owner.Agent agent) ->
                handoffs.notAccepted(ticket, agent, "NOT_ACCEPTED", agent.name() + " did not accept in time", now);
            case Owner.Agent agent when ticket.snoozed() -> wake(ticket, now);
            case Owner.Agent agent
            when next.who() == Who.AGENT ->
                alert(ticket, "The customer waits for an answer of " + agent.name(), Who.AGENT, now);
            case Owner.Agent agent -> endings.quiet(ticket, now);
            case Owner.Nobody nobody -> endings.close(ticket, now);
        };
    }

    private Decision alert(Ticket ticket, String text, Who who, Instant now) {
        int alerts = ticket.alerts() + 1;
        Ticket after = ticket.with()
                .next(deadlines.next(who, alerts, now))
                .alerts(alerts)
                .build();
        return accept(after, null, List.of(Steps.event("ALERT", text, Map.of("alert", alerts))));
    }

    private Decision wake(Ticket ticket, Instant now) {
        Ticket awake = ticket.awaiting(deadlines.next(Who.AGENT, now), now);
        return accept(awake, null, List.of(Steps.event("WOKEN", "The snooze is over", Map.of())));
    }
}
