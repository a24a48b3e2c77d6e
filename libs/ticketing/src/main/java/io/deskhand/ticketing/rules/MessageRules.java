package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.checkText;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.AgentSays;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Note;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** The rules of who may say what, and whose move it is then. */
final class MessageRules {

    private final Deadlines deadlines;
    private final AssignmentRules assignmentRules;
    private final HandoffRules handoffRules;
    private final ReviewRules reviewRules;

    MessageRules(
            Deadlines deadlines, AssignmentRules assignmentRules, HandoffRules handoffRules, ReviewRules reviewRules) {
        this.deadlines = deadlines;
        this.assignmentRules = assignmentRules;
        this.handoffRules = handoffRules;
        this.reviewRules = reviewRules;
    }

    /** Appends what a customer has said whatever the ticket's status: it is in the room already. What is too long is cut. */
    TicketDecision customer(Ticket ticket, CustomerSays says, DecisionContext context) {
        if (says.text().isBlank()) {
            return refuse(new Refusal.TextEmpty());
        }
        Instant now = context.now();
        String text = cut(says.text());
        NewEntry words = NewEntry.fromRoom(Author.of(ticket.customer()), text, says.serial());
        Ticket heard = ticket.heard(text).withTimes(ticket.times().withUpdatedAt(now));
        return switch (ticket.owner()) {
            case Owner.Bot bot ->
                accept(
                        heard.withReview(heard.review().movedOn()).awaiting(deadlines.next(Who.BOT, now), now),
                        null,
                        List.of(words));
            case Owner.Queue queue -> accept(heard, null, List.of(words));
            case Owner.Offered offered -> accept(heard, null, List.of(words));
            case Owner.Agent agent -> accept(agentOwes(heard, now), null, List.of(words));
            case Owner.Nobody nobody -> handoffRules.writtenAgain(heard, words, context);
        };
    }

    private static String cut(String text) {
        return text.length() <= TicketLimits.MAX_TEXT ? text : text.substring(0, TicketLimits.MAX_TEXT - 1) + "…";
    }

    /** A customer who writes again does not move the agent's deadline further away; a snooze ends. */
    private Ticket agentOwes(Ticket ticket, Instant now) {
        NextMove next = ticket.next();
        boolean owes = next != null && next.who() == Who.AGENT && !ticket.snoozed();
        return owes ? ticket : ticket.awaiting(deadlines.next(Who.AGENT, now), now);
    }

    /** The final text of a turn; refused unless the bot still owns the ticket at the turn's epoch. */
    TicketDecision bot(Ticket ticket, BotSays says, DecisionContext context) {
        Refusal refusal = Fence.check(ticket, says.turn());
        if (refusal == null && says.turn().turn() <= ticket.answeredPos()) {
            refusal = new Refusal.TurnOver();
        }
        if (refusal == null) {
            refusal = checkText(says.text(), TicketLimits.MAX_BOT_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        if (says.review() || ticket.review().approval()) {
            return reviewRules.propose(ticket, says, context);
        }
        NewEntry words = new NewEntry(
                Kind.MESSAGE, Author.of(ticket.bot()), says.text(), says.citations(), says.decision(), null);
        Ticket answered = Steps.answeredBy(ticket, says.turn(), deadlines, context.now());
        return accept(answered, new Sealing.Finish(says.turn(), words), List.of());
    }

    /** An agent's words; on a ticket that no agent owns they are a claim first (I3). */
    TicketDecision agent(Ticket ticket, AgentSays says, Instant now) {
        Refusal refusal = checkText(says.text(), TicketLimits.MAX_TEXT);
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry words = NewEntry.message(Author.of(says.agent()), says.text());
        return switch (ticket.owner()) {
            case Owner.Nobody nobody -> refuse(new Refusal.NotOpen());
            case Owner.Agent owner when !owner.id().equals(says.agent().id()) -> refuse(new Refusal.NotOwner(owner));
            case Owner.Agent owner -> accept(said(ticket, now), null, List.of(words), new Condition.Acts(owner.id()));
            case Owner.Bot bot -> claimBySaying(ticket, says, words, now);
            case Owner.Queue queue -> claimBySaying(ticket, says, words, now);
            case Owner.Offered offered -> claimBySaying(ticket, says, words, now);
        };
    }

    private Ticket said(Ticket ticket, Instant now) {
        return ticket.answered(ticket.customerPos()).awaiting(deadlines.next(Who.CUSTOMER, now), now);
    }

    private TicketDecision claimBySaying(Ticket ticket, AgentSays says, NewEntry words, Instant now) {
        Ticket after = said(assignmentRules.claimed(ticket, says.agent(), now), now);
        NewEntry joined = AssignmentRules.joined(ticket, says.agent());
        return accept(after, Steps.CUT, List.of(joined, words), AssignmentRules.slotFor(says.agent(), says.capacity()));
    }

    /** Words for colleagues alone. */
    TicketDecision note(Ticket ticket, Note note, Instant now) {
        Refusal refusal = checkText(note.text(), TicketLimits.MAX_TEXT);
        if (refusal != null) {
            return refuse(refusal);
        }
        if (ticket.status() == Status.CLOSED) {
            return refuse(new Refusal.NotOpen());
        }
        return accept(
                ticket.withTimes(ticket.times().withUpdatedAt(now)),
                null,
                List.of(NewEntry.note(Author.of(note.by()), note.text(), null)),
                new Condition.Acts(note.by().id()));
    }
}
