package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Guidance.acts;
import static io.deskhand.ticketing.rules.Guidance.word;
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
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.ticket.Counsel;
import io.deskhand.ticketing.ticket.Counsel.Matter;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what the bot needs colleagues for while it owns the ticket: they approve its answers, or answer its questions (G19 to G21 in docs/handoff.md).
 *
 * <p>Both are one notion: the turn ends with something that waits for a colleague ({@link Counsel}), the next move is an agent's, and what the colleague says is a word of
 * {@link Guidance} with which the turn begins anew.
 */
final class Consultation {

    private final Deadlines deadlines;
    private final Boundaries boundaries;

    Consultation(Deadlines deadlines, Boundaries boundaries) {
        this.deadlines = deadlines;
        this.boundaries = boundaries;
    }

    /** An answer that a colleague must approve first. If nobody is there who could, people get the ticket at once: the customer is told nothing untrue (I21). */
    Decision propose(Ticket ticket, BotSays says, Facts facts) {
        TurnKey turn = says.turn();
        if (ticket.customerPos() > turn.turn()) {
            return refuse(new Refusal.Stale());
        }
        NewEntry proposal = new NewEntry(
                Kind.PROPOSAL,
                Author.of(ticket.bot()),
                says.text(),
                says.citations(),
                named(turn, says.decision()),
                null);
        return facts.agentHere()
                ? accept(
                        waiting(ticket, Matter.PROPOSAL, turn, facts.now()),
                        CUT,
                        told(ticket, Matter.PROPOSAL, proposal))
                : extended(boundaries.giveUp(ticket, EscalationReason.OVERDUE, says.text(), facts), List.of(proposal));
    }

    Decision ask(Ticket ticket, AskColleague ask, Facts facts) {
        TurnKey turn = ask.turn();
        Refusal refusal = mayAsk(ticket, ask);
        if (refusal != null) {
            return refuse(refusal);
        }
        if (ticket.counsel().askedAbout() == turn.turn()) {
            // It asks once about a message, so that nobody waits in a circle.
            Map<String, Object> packet = Map.of(
                    "reason", EscalationReason.WEAK_EVIDENCE.name(),
                    "wants", ticket.preview(),
                    "question", ask.question());
            Escalate escalate = new Escalate("", EscalationReason.WEAK_EVIDENCE, turn, ask.text(), packet, "");
            return boundaries.escalate(ticket, escalate, facts);
        }
        Map<String, Object> data = named(turn, ask.decision());
        data.put("event", "ASKED");
        NewEntry question = NewEntry.note(Author.of(ticket.bot()), ask.question(), data);
        Ticket asked = ticket.withCounsel(ticket.counsel().withAskedAbout(turn.turn()));
        Decision.Sealing words = Steps.lastWords(ticket, turn, ask.text(), ask.decision());
        return facts.agentHere()
                ? accept(
                        waiting(asked, Matter.QUESTION, turn, facts.now()),
                        words,
                        told(ticket, Matter.QUESTION, question))
                : unanswered(asked, words, List.of(question), facts.now());
    }

    private static @Nullable Refusal mayAsk(Ticket ticket, AskColleague ask) {
        Refusal refusal = Fence.check(ticket, ask.turn());
        if (refusal == null && ask.turn().turn() <= ticket.answeredPos()) {
            refusal = new Refusal.TurnOver();
        } else if (refusal == null && ticket.customerPos() > ask.turn().turn()) {
            refusal = new Refusal.Stale();
        }
        if (refusal == null) {
            refusal = checkText(ask.question(), Limits.MAX_TEXT);
        }
        return refusal == null ? Steps.checkOptional(ask.text(), Limits.MAX_BOT_TEXT) : refusal;
    }

    /** The name of what waits stands with it in the log: approving and answering refer to it. */
    private static Map<String, Object> named(TurnKey turn, Map<String, Object> decision) {
        Map<String, Object> data = new HashMap<>(decision);
        data.put("turn", Math.toIntExact(turn.turn()));
        data.put("given", turn.given());
        return data;
    }

    private Ticket waiting(Ticket ticket, Matter matter, TurnKey turn, Instant now) {
        NextMove colleague = new NextMove(Who.AGENT, now.plus(deadlines.colleague()));
        return ticket.withCounsel(ticket.counsel().awaiting(matter, turn)).awaiting(colleague, now);
    }

    /** The customer hears once what the bot waits for. */
    private static List<NewEntry> told(Ticket ticket, Matter matter, NewEntry entry) {
        NewEntry notice = NewEntry.notice(Notices.in(ticket.language()).waits(matter));
        return ticket.counsel().told() == matter ? List.of(entry) : List.of(entry, notice);
    }

    /** The proposal becomes the bot's answer. */
    Decision approve(Ticket ticket, Approve approve, Instant now) {
        Refusal refusal = awaits(ticket, Matter.PROPOSAL, approve.proposal());
        if (refusal == null) {
            refusal = checkText(approve.text(), Limits.MAX_BOT_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        Map<String, Object> data = named(approve.proposal(), approve.decision());
        data.put("reviewer", approve.by().id().value());
        data.put("reviewerName", approve.by().name());
        data.put("edited", approve.edited());
        NewEntry words =
                new NewEntry(Kind.MESSAGE, Author.of(ticket.bot()), approve.text(), approve.citations(), data, null);
        return accept(
                Steps.answeredBy(ticket, approve.proposal(), deadlines, now), null, List.of(words), acts(approve.by()));
    }

    /** The note guides the next try; after the last try people take the ticket. */
    Decision reject(Ticket ticket, Reject reject, Facts facts) {
        Refusal refusal = awaits(ticket, Matter.PROPOSAL, reject.proposal());
        if (refusal == null) {
            refusal = checkText(reject.note(), Limits.MAX_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry note = word(ticket, reject.by(), "REJECTED", reject.note());
        int rejected = ticket.counsel().rejected() + 1;
        if (rejected > Limits.MAX_REJECTED) {
            // Whoever rejects is there.
            Facts here = new Facts(facts.now(), true, null, null);
            Decision escalated = boundaries.giveUp(ticket, EscalationReason.LOOP, "", here);
            return extended(escalated, List.of(note), acts(reject.by()));
        }
        Ticket again = anew(ticket, facts.now());
        return accept(
                again.withCounsel(again.counsel().withRejected(rejected)), null, List.of(note), acts(reject.by()));
    }

    Decision answer(Ticket ticket, AnswerBot answer, Instant now) {
        Refusal refusal = awaits(ticket, Matter.QUESTION, answer.question());
        if (refusal == null) {
            refusal = checkText(answer.text(), Limits.MAX_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry words = word(ticket, answer.by(), "ANSWERED", answer.text());
        return accept(anew(ticket, now), null, List.of(words), acts(answer.by()));
    }

    /** Nobody did in time what the bot waits for: an answer that needs approval needs a person then, a question is given up. */
    Decision overdue(Ticket ticket, Facts facts) {
        Counsel.Pending pending = ticket.counsel().pending();
        return pending != null && pending.matter() == Matter.QUESTION
                ? unanswered(ticket, null, List.of(), facts.now())
                : boundaries.giveUp(ticket, EscalationReason.OVERDUE, "", facts);
    }

    /** The bot goes on without an answer; the customer is told so, and of a way out. */
    private Decision unanswered(Ticket ticket, Decision.@Nullable Sealing sealing, List<NewEntry> before, Instant now) {
        List<NewEntry> entries = new ArrayList<>(before);
        entries.add(Steps.event(
                "UNANSWERED",
                "Nobody has answered the bot's question",
                Map.of("word", ticket.counsel().given() + 1)));
        entries.add(NewEntry.notice(Notices.in(ticket.language()).unanswered()));
        return accept(anew(ticket, now), sealing, entries);
    }

    /** The bot's turn begins anew, with one more word to heed. */
    private Ticket anew(Ticket ticket, Instant now) {
        return ticket.withCounsel(ticket.counsel().settled().guided()).awaiting(deadlines.next(Who.BOT, now), now);
    }

    private static @Nullable Refusal awaits(Ticket ticket, Matter matter, TurnKey turn) {
        Refusal refusal = Guidance.withBot(ticket);
        return refusal != null || ticket.counsel().awaits(matter, turn) ? refusal : new Refusal.Stale();
    }
}
