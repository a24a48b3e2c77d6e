package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Open;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.Decision.Refused;
import io.deskhand.ticketing.rules.Decision.Unchanged;
import io.deskhand.ticketing.ticket.Counsel;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TicketBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what may happen to a ticket: nothing else changes status, owner or epoch (I18).
 *
 * <p>Pure: the outcome depends on the arguments alone. That the ticket is still at the revision decided on, that an agent has a free slot and is there, and that a customer
 * has no other open ticket with the bot is checked by the store, in the commit itself.
 */
public final class TicketRules {

    private final Deadlines deadlines;
    private final Handoffs handoffs;
    private final Boundaries boundaries;
    private final Consultation consultation;
    private final Speech speech;
    private final Endings endings;
    private final Expiry expiry;
    private final Guidance guidance = new Guidance();
    private final Sorting sorting = new Sorting();

    public TicketRules(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.handoffs = new Handoffs(deadlines);
        this.boundaries = new Boundaries(deadlines);
        this.consultation = new Consultation(deadlines, boundaries);
        this.speech = new Speech(deadlines, handoffs, boundaries, consultation);
        this.endings = new Endings(deadlines);
        this.expiry = new Expiry(deadlines, handoffs, boundaries, consultation, endings);
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /**
     * Decides on a command.
     *
     * @param ticket the ticket as it stands; null only for {@link Open}
     */
    public Decision decide(@Nullable Ticket ticket, Command command, Facts facts) {
        if (command instanceof Open open) {
            return ticket == null ? open(open, facts.now()) : new Unchanged();
        }
        if (ticket == null) {
            return new Refused(new Refusal.UnknownTicket());
        }
        Instant now = facts.now();
        return switch (command) {
            case Open open -> new Unchanged();
            case Command.CustomerSays says -> speech.customer(ticket, says, facts);
            case Command.BotSays says -> speech.bot(ticket, says, facts);
            case Command.AgentSays says -> speech.agent(ticket, says, now);
            case Command.Note note -> speech.note(ticket, note, now);
            case Command.AskColleague ask -> consultation.ask(ticket, ask, facts);
            case Command.AnswerBot answer -> consultation.answer(ticket, answer, now);
            case Command.Whisper whisper -> guidance.whisper(ticket, whisper, now);
            case Command.RequireApproval approval -> guidance.approval(ticket, approval, now);
            case Command.Approve approve -> consultation.approve(ticket, approve, now);
            case Command.Reject reject -> consultation.reject(ticket, reject, facts);
            case Command.Escalate escalate -> boundaries.escalate(ticket, escalate, facts);
            case Command.RefinePacket refine -> boundaries.refinePacket(ticket, refine, now);
            case Command.HandBack handBack -> boundaries.handBack(ticket, handBack, now);
            case Command.ReturnToBot returns -> boundaries.returnToBot(ticket, now);
            case Command.Claim claim -> handoffs.claim(ticket, claim, now);
            case Command.Offer offer -> handoffs.offer(ticket, offer, now);
            case Command.Accept accept -> handoffs.accepts(ticket, accept, now);
            case Command.Decline decline -> handoffs.decline(ticket, decline, now);
            case Command.Release release -> handoffs.release(ticket, release, now);
            case Command.Transfer transfer -> handoffs.transfer(ticket, transfer, now);
            case Command.TakeOver takeOver -> handoffs.takeOver(ticket, takeOver, now);
            case Command.Snooze snooze -> sorting.snooze(ticket, snooze, now);
            case Command.Sort sort -> sorting.sort(ticket, sort, now);
            case Command.Resolve resolve -> endings.resolve(ticket, resolve, now);
            case Command.Reopen reopen -> endings.reopen(ticket, reopen, now);
            case Command.Expire expire -> expiry.expire(ticket, expire, facts);
        };
    }

    private Decision open(Open open, Instant now) {
        Ticket ticket = TicketBuilder.builder()
                .id(open.ticket())
                .customer(open.customer())
                .customerName(open.customerName())
                .bot(open.bot())
                .subject(open.subject())
                .language(open.language())
                .team(open.team())
                .owner(open.bot())
                .epoch(1)
                .stint(1)
                .next(deadlines.next(NextMove.Who.CUSTOMER, now))
                .times(Ticket.Times.created(now))
                .tags(List.of())
                .counsel(Counsel.NONE)
                .preview(open.subject())
                .build();
        List<NewEntry> greeting = open.greeting().isBlank()
                ? List.of()
                : List.of(new NewEntry(
                        Kind.MESSAGE, Author.of(open.bot()), open.greeting(), List.of(), open.greetedBy(), null));
        return Steps.accept(ticket, null, greeting);
    }
}
