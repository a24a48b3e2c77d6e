package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;

import io.deskhand.ticketing.command.Command.Expire;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** The rules of what happens when a deadline has passed: there is one for every status, so nobody is ever stuck (I12, I20). */
final class DeadlineRules {

    private final Deadlines deadlines;
    private final AssignmentRules assignmentRules;
    private final HandoffRules handoffRules;
    private final ReviewRules reviewRules;
    private final ResolutionRules resolutionRules;

    DeadlineRules(
            Deadlines deadlines,
            AssignmentRules assignmentRules,
            HandoffRules handoffRules,
            ReviewRules reviewRules,
            ResolutionRules resolutionRules) {
        this.deadlines = deadlines;
        this.assignmentRules = assignmentRules;
        this.handoffRules = handoffRules;
        this.reviewRules = reviewRules;
        this.resolutionRules = resolutionRules;
    }

    TicketDecision expire(Ticket ticket, Expire expire, DecisionContext context) {
        NextMove next = ticket.next();
        Instant now = context.now();
        if (next == null || !next.dueAt().equals(expire.dueAt()) || now.isBefore(next.dueAt())) {
            return new Unchanged();
        }
        return switch (ticket.owner()) {
            case Owner.Bot bot
            when next.who() == Who.BOT -> handoffRules.giveUp(ticket, EscalationReason.OVERDUE, "", context);
            case Owner.Bot bot when next.who() == Who.AGENT -> reviewRules.overdue(ticket, context);
            case Owner.Bot bot -> resolutionRules.quiet(ticket, now);
            case Owner.Queue queue -> alert(ticket, "Nobody has claimed this", Who.QUEUE, now);
            case Owner.Offered(Owner.Agent agent) ->
                assignmentRules.notAccepted(ticket, agent, agent.name() + " did not accept in time", now);
            case Owner.Agent agent when ticket.snoozed() -> wake(ticket, now);
            case Owner.Agent agent
            when next.who() == Who.AGENT ->
                alert(ticket, "The customer waits for an answer of " + agent.name(), Who.AGENT, now);
            case Owner.Agent agent -> resolutionRules.quiet(ticket, now);
            case Owner.Nobody nobody -> resolutionRules.close(ticket, now);
        };
    }

    private TicketDecision alert(Ticket ticket, String text, Who who, Instant now) {
        int alerts = ticket.alerts() + 1;
        Ticket after = ticket.with()
                .next(deadlines.next(who, alerts, now))
                .alerts(alerts)
                .build();
        return accept(after, null, List.of(NewEntry.event(text, new EntryData.Alert(alerts))));
    }

    private TicketDecision wake(Ticket ticket, Instant now) {
        Ticket awake = ticket.awaiting(deadlines.next(Who.AGENT, now), now);
        return accept(awake, null, List.of(NewEntry.event("The snooze is over", new EntryData.Woken())));
    }
}
