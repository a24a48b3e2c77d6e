package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.GuidanceRules.acts;
import static io.deskhand.ticketing.rules.GuidanceRules.guidance;
import static io.deskhand.ticketing.rules.Steps.CUT;
import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.checkText;
import static io.deskhand.ticketing.rules.Steps.extended;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.AnswerBot;
import io.deskhand.ticketing.command.Command.Approve;
import io.deskhand.ticketing.command.Command.AskColleague;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.Reject;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Guidance.Source;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of human review while the bot owns the ticket: colleagues approve its answers, or answer its questions (G19 to G21 in docs/handoff.md).
 *
 * <p>Both work alike: the turn ends with a pending matter ({@link HumanReview}) and the next move is an agent's. What the colleague says is guidance, with which the turn
 * starts again.
 */
final class ReviewRules {

    private final Deadlines deadlines;
    private final HandoffRules handoffRules;

    ReviewRules(Deadlines deadlines, HandoffRules handoffRules) {
        this.deadlines = deadlines;
        this.handoffRules = handoffRules;
    }

    /** An answer that a colleague must approve first. With no agent present the ticket goes to the queue at once: the customer is told nothing untrue (I21). */
    TicketDecision propose(Ticket ticket, BotSays says, DecisionContext context) {
        TurnKey turn = says.turn();
        if (ticket.customerPos() > turn.turn()) {
            return refuse(new Refusal.Stale());
        }
        NewEntry proposal = new NewEntry(
                Kind.PROPOSAL,
                Author.of(ticket.bot()),
                says.text(),
                says.citations(),
                new EntryData.Proposal(turn.turn(), turn.guidance(), says.decision()),
                null);
        return context.agentHere()
                ? accept(
                        waiting(ticket, Matter.PROPOSAL, turn, context.now()),
                        CUT,
                        told(ticket, Matter.PROPOSAL, proposal))
                : extended(
                        handoffRules.giveUp(ticket, EscalationReason.OVERDUE, says.text(), context), List.of(proposal));
    }

    TicketDecision ask(Ticket ticket, AskColleague ask, DecisionContext context) {
        TurnKey turn = ask.turn();
        Refusal refusal = mayAsk(ticket, ask);
        if (refusal != null) {
            return refuse(refusal);
        }
        if (ticket.review().askedAbout() == turn.turn()) {
            // It asks once about a message, so that nobody waits in a circle.
            HandoffPacket packet =
                    HandoffPacket.of(EscalationReason.WEAK_EVIDENCE, ticket.preview(), ask.question(), "");
            Escalate escalate = new Escalate("", EscalationReason.WEAK_EVIDENCE, turn, ask.text(), packet, "");
            return handoffRules.escalate(ticket, escalate, context);
        }
        NewEntry question = NewEntry.note(
                Author.of(ticket.bot()),
                ask.question(),
                new EntryData.Question(turn.turn(), turn.guidance(), ask.decision()));
        Ticket asked = ticket.withReview(ticket.review().withAskedAbout(turn.turn()));
        TicketDecision.Sealing words = Steps.lastWords(ticket, turn, ask.text(), ask.decision());
        return context.agentHere()
                ? accept(
                        waiting(asked, Matter.QUESTION, turn, context.now()),
                        words,
                        told(ticket, Matter.QUESTION, question))
                : unanswered(asked, words, List.of(question), context.now());
    }

    private static @Nullable Refusal mayAsk(Ticket ticket, AskColleague ask) {
        Refusal refusal = Fence.check(ticket, ask.turn());
        if (refusal == null && ask.turn().turn() <= ticket.answeredPos()) {
            refusal = new Refusal.TurnOver();
        } else if (refusal == null && ticket.customerPos() > ask.turn().turn()) {
            refusal = new Refusal.Stale();
        }
        if (refusal == null) {
            refusal = checkText(ask.question(), TicketLimits.MAX_TEXT);
        }
        return refusal == null ? Steps.checkOptional(ask.text(), TicketLimits.MAX_BOT_TEXT) : refusal;
    }

    private Ticket waiting(Ticket ticket, Matter matter, TurnKey turn, Instant now) {
        NextMove colleague = new NextMove(Who.AGENT, now.plus(deadlines.colleague()));
        return ticket.withReview(ticket.review().awaiting(matter, turn)).awaiting(colleague, now);
    }

    /** The customer hears once what the bot waits for. */
    private static List<NewEntry> told(Ticket ticket, Matter matter, NewEntry entry) {
        NewEntry notice = NewEntry.notice(Notices.in(ticket.language()).waits(matter));
        return ticket.review().announced() == matter ? List.of(entry) : List.of(entry, notice);
    }

    /** The proposal becomes the bot's answer. */
    TicketDecision approve(Ticket ticket, Approve approve, Instant now) {
        Refusal refusal = awaits(ticket, Matter.PROPOSAL, approve.proposal());
        if (refusal == null) {
            refusal = checkText(approve.text(), TicketLimits.MAX_BOT_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        Owner.Agent reviewer = approve.by();
        BotDecision decision = approve.decision()
                .withReview(new BotDecision.Approval(reviewer.id(), reviewer.name(), approve.edited()));
        NewEntry words = new NewEntry(
                Kind.MESSAGE, Author.of(ticket.bot()), approve.text(), approve.citations(), decision, null);
        return accept(
                Steps.answeredBy(ticket, approve.proposal(), deadlines, now), null, List.of(words), acts(approve.by()));
    }

    /** The note guides the next try; after the last try people take the ticket. */
    TicketDecision reject(Ticket ticket, Reject reject, DecisionContext context) {
        Refusal refusal = awaits(ticket, Matter.PROPOSAL, reject.proposal());
        if (refusal == null) {
            refusal = checkText(reject.note(), TicketLimits.MAX_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry note = guidance(ticket, reject.by(), Source.REJECTION, reject.note());
        int rejected = ticket.review().rejected() + 1;
        if (rejected > TicketLimits.MAX_REJECTED) {
            // Whoever rejects is there.
            DecisionContext here = new DecisionContext(context.now(), true, null, null);
            TicketDecision escalated = handoffRules.giveUp(ticket, EscalationReason.LOOP, "", here);
            return extended(escalated, List.of(note), acts(reject.by()));
        }
        Ticket after = again(ticket, context.now());
        return accept(after.withReview(after.review().withRejected(rejected)), null, List.of(note), acts(reject.by()));
    }

    TicketDecision answer(Ticket ticket, AnswerBot answer, Instant now) {
        Refusal refusal = awaits(ticket, Matter.QUESTION, answer.question());
        if (refusal == null) {
            refusal = checkText(answer.text(), TicketLimits.MAX_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry words = guidance(ticket, answer.by(), Source.ANSWER, answer.text());
        return accept(again(ticket, now), null, List.of(words), acts(answer.by()));
    }

    /** The deadline of the pending matter has passed: a proposal goes to the queue, a question is given up. */
    TicketDecision overdue(Ticket ticket, DecisionContext context) {
        HumanReview.Pending pending = ticket.review().pending();
        return pending != null && pending.matter() == Matter.QUESTION
                ? unanswered(ticket, null, List.of(), context.now())
                : handoffRules.giveUp(ticket, EscalationReason.OVERDUE, "", context);
    }

    /** The bot goes on without an answer; the customer is told so, and of a way out. */
    private TicketDecision unanswered(
            Ticket ticket, TicketDecision.@Nullable Sealing sealing, List<NewEntry> before, Instant now) {
        List<NewEntry> entries = new ArrayList<>(before);
        entries.add(NewEntry.event(
                "Nobody has answered the bot's question",
                new EntryData.Guidance(Source.UNANSWERED, ticket.review().guidanceGiven() + 1)));
        entries.add(NewEntry.notice(Notices.in(ticket.language()).unanswered()));
        return accept(again(ticket, now), sealing, entries);
    }

    /** The bot's turn begins again, with one more guidance to apply. */
    private Ticket again(Ticket ticket, Instant now) {
        return ticket.withReview(ticket.review().settled().guided()).awaiting(deadlines.next(Who.BOT, now), now);
    }

    private static @Nullable Refusal awaits(Ticket ticket, Matter matter, TurnKey turn) {
        Refusal refusal = GuidanceRules.withBot(ticket);
        return refusal != null || ticket.review().awaits(matter, turn) ? refusal : new Refusal.Stale();
    }
}
