package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Open;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Refused;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TicketBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what may happen to a ticket: nothing else changes status, owner or epoch (I18).
 *
 * <p>Pure: the outcome depends on the arguments alone. The commit checks the rest: the revision, an agent's free slot and lease, and that the customer has no other
 * open ticket with the bot.
 */
public final class TicketRules {

    private final Deadlines deadlines;
    private final AssignmentRules assignmentRules;
    private final HandoffRules handoffRules;
    private final ReviewRules reviewRules;
    private final MessageRules messageRules;
    private final ResolutionRules resolutionRules;
    private final DeadlineRules deadlineRules;
    private final GuidanceRules guidanceRules = new GuidanceRules();
    private final TriageRules triageRules = new TriageRules();

    public TicketRules(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.assignmentRules = new AssignmentRules(deadlines);
        this.handoffRules = new HandoffRules(deadlines);
        this.reviewRules = new ReviewRules(deadlines, handoffRules);
        this.messageRules = new MessageRules(deadlines, assignmentRules, handoffRules, reviewRules);
        this.resolutionRules = new ResolutionRules(deadlines);
        this.deadlineRules = new DeadlineRules(deadlines, assignmentRules, handoffRules, reviewRules, resolutionRules);
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /**
     * Decides on a command.
     *
     * @param ticket the ticket as it stands; null only for {@link Open}
     */
    public TicketDecision decide(@Nullable Ticket ticket, Command command, DecisionContext context) {
        if (command instanceof Open open) {
            return ticket == null ? open(open, context.now()) : new Unchanged();
        }
        if (ticket == null) {
            return new Refused(new Refusal.UnknownTicket());
        }
        Instant now = context.now();
        return switch (command) {
            case Open open -> new Unchanged();
            case Command.CustomerSays says -> messageRules.customer(ticket, says, context);
            case Command.BotSays says -> messageRules.bot(ticket, says, context);
            case Command.AgentSays says -> messageRules.agent(ticket, says, now);
            case Command.Note note -> messageRules.note(ticket, note, now);
            case Command.AskColleague ask -> reviewRules.ask(ticket, ask, context);
            case Command.AnswerBot answer -> reviewRules.answer(ticket, answer, now);
            case Command.Whisper whisper -> guidanceRules.whisper(ticket, whisper, now);
            case Command.RequireApproval approval -> guidanceRules.approval(ticket, approval, now);
            case Command.Approve approve -> reviewRules.approve(ticket, approve, now);
            case Command.Reject reject -> reviewRules.reject(ticket, reject, context);
            case Command.Escalate escalate -> handoffRules.escalate(ticket, escalate, context);
            case Command.RefinePacket refine -> handoffRules.refinePacket(ticket, refine, now);
            case Command.HandBack handBack -> handoffRules.handBack(ticket, handBack, now);
            case Command.ReturnToBot returns -> handoffRules.returnToBot(ticket, now);
            case Command.Claim claim -> assignmentRules.claim(ticket, claim, now);
            case Command.Offer offer -> assignmentRules.offer(ticket, offer, now);
            case Command.Accept accept -> assignmentRules.accepts(ticket, accept, now);
            case Command.Decline decline -> assignmentRules.decline(ticket, decline, now);
            case Command.Release release -> assignmentRules.release(ticket, release, now);
            case Command.Transfer transfer -> assignmentRules.transfer(ticket, transfer, now);
            case Command.TakeOver takeOver -> assignmentRules.takeOver(ticket, takeOver, now);
            case Command.Snooze snooze -> triageRules.snooze(ticket, snooze, now);
            case Command.Rename rename -> triageRules.rename(ticket, rename, now);
            case Command.Triage triage -> triageRules.triage(ticket, triage, now);
            case Command.Resolve resolve -> resolutionRules.resolve(ticket, resolve, now);
            case Command.Reopen reopen -> resolutionRules.reopen(ticket, reopen, now);
            case Command.Expire expire -> deadlineRules.expire(ticket, expire, context);
        };
    }

    private TicketDecision open(Open open, Instant now) {
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
                .servingEpoch(1)
                .next(deadlines.next(NextMove.Who.CUSTOMER, now))
                .times(Ticket.Times.created(now))
                .tags(List.of())
                .review(HumanReview.NONE)
                .preview(open.subject())
                .build();
        List<NewEntry> greeting = open.greeting().isBlank()
                ? List.of()
                : List.of(NewEntry.message(Author.of(open.bot()), open.greeting(), open.greetedBy()));
        return Steps.accept(ticket, null, greeting);
    }
}
