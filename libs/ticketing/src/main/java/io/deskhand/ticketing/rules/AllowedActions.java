package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Transfer.ToTeam;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.rules.TicketDecision.Accepted;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The actions that a viewer may take on a ticket now, as {@link TicketRules} decides on a command of the usual form.
 *
 * <p>Guarantee: the rules accept every listed action on this ticket at this moment. Non-guarantee: the commit may refuse it, because the ticket has changed since, or the
 * agent has no free slot.
 */
public final class AllowedActions {

    private static final Owner.Agent COLLEAGUE = new Owner.Agent(new AgentId("any-colleague"), "");
    private static final int ANY_CAPACITY = Integer.MAX_VALUE;
    private static final String WORDS = "words";

    private final TicketRules rules;

    public AllowedActions(TicketRules rules) {
        this.rules = rules;
    }

    /** @param supervisor whether the viewer may take over and transfer what others own */
    public Set<AgentAction> forAgent(Ticket ticket, Owner.Agent viewer, boolean supervisor, Instant now) {
        Set<AgentAction> allowed = EnumSet.noneOf(AgentAction.class);
        for (AgentAction action : AgentAction.values()) {
            if (isOffered(action, ticket, viewer, supervisor)) {
                Command command = command(action, ticket, viewer, supervisor, now);
                if (command != null && isAccepted(ticket, command, now)) {
                    allowed.add(action);
                }
            }
        }
        return allowed;
    }

    public Set<CustomerAction> forCustomer(Ticket ticket, Instant now) {
        Set<CustomerAction> allowed = EnumSet.noneOf(CustomerAction.class);
        for (CustomerAction action : CustomerAction.values()) {
            if (isAccepted(ticket, command(action, ticket), now)) {
                allowed.add(action);
            }
        }
        return allowed;
    }

    private boolean isAccepted(Ticket ticket, Command command, Instant now) {
        return rules.decide(ticket, command, DecisionContext.at(now)) instanceof Accepted;
    }

    /** Where two commands would do, only the one that says what happens is offered. */
    private static boolean isOffered(AgentAction action, Ticket ticket, Owner.Agent viewer, boolean supervisor) {
        boolean mine = ticket.owner().is(viewer.id());
        boolean offeredToMe =
                !mine && ticket.owner().slot().filter(viewer::equals).isPresent();
        return switch (action) {
            case CLAIM -> !offeredToMe;
            case REPLY, RELEASE -> mine;
            case TAKE_OVER -> supervisor && ticket.status() == Status.HUMAN;
            case REQUIRE_APPROVAL, WAIVE_APPROVAL -> ticket.status() == Status.BOT;
            case ACCEPT,
                    DECLINE,
                    NOTE,
                    OFFER,
                    TRANSFER,
                    HAND_BACK,
                    SNOOZE,
                    TRIAGE,
                    RENAME,
                    WHISPER,
                    APPROVE,
                    REJECT,
                    ANSWER,
                    RESOLVE,
                    REOPEN -> true;
        };
    }

    private static @Nullable Command command(
            AgentAction action, Ticket ticket, Owner.Agent viewer, boolean supervisor, Instant now) {
        String id = action.name();
        TurnKey pending = pending(ticket, action == AgentAction.ANSWER ? Matter.QUESTION : Matter.PROPOSAL);
        return switch (action) {
            case CLAIM -> new Command.Claim(id, viewer, ANY_CAPACITY);
            case ACCEPT -> new Command.Accept(id, viewer.id());
            case DECLINE -> new Command.Decline(id, viewer.id());
            case REPLY -> new Command.AgentSays(id, viewer, ANY_CAPACITY, WORDS);
            case NOTE -> new Command.Note(id, viewer, WORDS);
            case OFFER -> new Command.Offer(id, COLLEAGUE, ANY_CAPACITY);
            case TRANSFER -> new Command.Transfer(id, viewer, supervisor, new ToTeam(ticket.team()), "");
            case HAND_BACK -> new Command.HandBack(id, viewer.id(), "", "", false);
            case SNOOZE -> new Command.Snooze(id, viewer.id(), now.plus(Duration.ofHours(1)));
            case RELEASE -> new Command.Release(id, viewer.id(), Command.Release.Cause.ASKED);
            case TAKE_OVER -> new Command.TakeOver(id, viewer, ANY_CAPACITY, "");
            case TRIAGE -> new Command.Triage(id, viewer, ticket.team(), ticket.priority() == 0 ? 1 : 0, ticket.tags());
            case RENAME -> new Command.Rename(id, viewer, ticket.subject().equals(WORDS) ? id : WORDS);
            case WHISPER -> new Command.Whisper(id, viewer, WORDS);
            case REQUIRE_APPROVAL -> new Command.RequireApproval(id, viewer, true);
            case WAIVE_APPROVAL -> new Command.RequireApproval(id, viewer, false);
            case APPROVE -> pending == null ? null : approve(id, viewer, pending);
            case REJECT -> pending == null ? null : new Command.Reject(id, viewer, pending, WORDS);
            case ANSWER -> pending == null ? null : new Command.AnswerBot(id, viewer, pending, WORDS);
            case RESOLVE -> new Command.Resolve(id, viewer, true);
            case REOPEN -> new Command.Reopen(id, viewer, ANY_CAPACITY);
        };
    }

    private static Command approve(String id, Owner.Agent viewer, TurnKey proposal) {
        BotDecision decision = BotDecision.of(Outcome.ANSWERED, "");
        return new Command.Approve(id, viewer, proposal, WORDS, false, List.of(), decision);
    }

    private static @Nullable TurnKey pending(Ticket ticket, Matter matter) {
        HumanReview.Pending pending = ticket.review().pending();
        return pending == null || pending.matter() != matter ? null : pending.turn();
    }

    private static Command command(CustomerAction action, Ticket ticket) {
        String id = action.name();
        return switch (action) {
            case ESCALATE ->
                new Command.Escalate(
                        id,
                        EscalationReason.ASKED,
                        null,
                        "",
                        HandoffPacket.of(EscalationReason.ASKED, ticket.preview(), "", ""),
                        "");
            case RETURN -> new Command.ReturnToBot(id);
            case RESOLVE -> new Command.Resolve(id, null, false);
        };
    }
}
