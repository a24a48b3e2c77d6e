package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.HandBack;
import io.deskhand.ticketing.command.Command.RefinePacket;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.List;

/** The rules of handoff between the bot and people. Each handoff is a dated event in the log, a boundary of what the bot is told (I24). */
final class HandoffRules {

    private final Deadlines deadlines;

    HandoffRules(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    TicketDecision escalate(Ticket ticket, Escalate escalate, DecisionContext context) {
        TurnKey turn = escalate.turn();
        Refusal refusal = turn == null ? null : Fence.check(ticket, turn);
        if (refusal != null) {
            return refuse(refusal);
        }
        return switch (ticket.owner()) {
            case Owner.Queue queue -> new Unchanged();
            case Owner.Offered offered -> new Unchanged();
            case Owner.Agent agent -> new Unchanged();
            case Owner.Nobody nobody -> refuse(new Refusal.NotOpen());
            case Owner.Bot bot -> {
                TeamId team = context.namedTeam() == null ? ticket.team() : context.namedTeam();
                Ticket queued = ticket.with()
                        .team(team)
                        .priority(Math.clamp(escalate.priority(), ticket.priority(), Ticket.MAX_PRIORITY))
                        .reason(escalate.reason())
                        .escalatedPos(ticket.customerPos())
                        .build()
                        .ownedBy(
                                new Owner.Queue(team),
                                deadlines.next(Who.QUEUE, context.now()),
                                ticket.times().queued(context.now()));
                // The customer's notice, the packet and the place in the inbox are this one commit (I8).
                List<NewEntry> entries = List.of(
                        NewEntry.notice(notice(ticket, escalate.notice(), context)),
                        NewEntry.packet(escalate.packet()));
                yield accept(
                        queued,
                        Steps.lastWords(
                                ticket, turn, escalate.text(), escalate.packet().decision()),
                        entries);
            }
        };
    }

    /** To the queue by rule, with a packet of what the ticket itself knows. */
    TicketDecision giveUp(Ticket ticket, EscalationReason reason, String suggestedReply, DecisionContext context) {
        HandoffPacket packet = HandoffPacket.of(reason, ticket.preview(), ticket.preview(), suggestedReply);
        return escalate(ticket, new Escalate("", reason, null, "", packet, ""), context);
    }

    /** The customer hears the truth about who is there, and a way out (I21). */
    private static String notice(Ticket ticket, String ofBot, DecisionContext context) {
        Notices notices = Notices.in(ticket.language());
        String usual = ofBot.isBlank() ? notices.escalated() : ofBot;
        return context.agentHere() ? usual : usual + " " + notices.away();
    }

    /** Only while people have the ticket that the packet is about. */
    TicketDecision refinePacket(Ticket ticket, RefinePacket refine, Instant now) {
        boolean withPeople = switch (ticket.owner()) {
            case Owner.Queue queue -> true;
            case Owner.Offered offered -> true;
            case Owner.Agent agent -> true;
            case Owner.Bot bot -> false;
            case Owner.Nobody nobody -> false;
        };
        if (!withPeople || ticket.servingEpoch() != refine.servingEpoch()) {
            return refuse(new Refusal.NotNow(ticket.status()));
        }
        return accept(
                ticket.withTimes(ticket.times().withUpdatedAt(now)), null, List.of(NewEntry.packet(refine.packet())));
    }

    TicketDecision handBack(Ticket ticket, HandBack handBack, Instant now) {
        if (!ticket.owner().is(handBack.agent())) {
            return refuse(ticket.status().open() ? new Refusal.NotOwner(ticket.owner()) : new Refusal.NotOpen());
        }
        Refusal refusal = Steps.checkOptional(handBack.note(), TicketLimits.MAX_TEXT);
        if (refusal == null) {
            refusal = Steps.checkOptional(handBack.summary(), TicketLimits.MAX_BOT_TEXT);
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        long answered = handBack.continueNow() && ticket.customerPos() > 0
                ? Math.min(ticket.answeredPos(), ticket.customerPos() - 1)
                : ticket.answeredPos();
        // A dated event with what the bot must know, never an instruction to it (I24).
        NewEntry boundary = NewEntry.marker(
                Notices.in(ticket.language()).reopened(ticket.bot().name()),
                new EntryData.HandedBack(handBack.agent(), handBack.note(), handBack.summary()));
        return accept(
                toBot(ticket.withAnsweredPos(answered), ticket.times().backToBot(now, null), now),
                null,
                List.of(boundary),
                new Condition.Acts(handBack.agent()));
    }

    /** What the customer asked for a person with is settled; what they wrote since, the bot answers. */
    TicketDecision returnToBot(Ticket ticket, Instant now) {
        return switch (ticket.owner()) {
            case Owner.Bot bot -> new Unchanged();
            case Owner.Nobody nobody -> refuse(new Refusal.NotOpen());
            case Owner.Agent agent -> refuse(new Refusal.NotNow(ticket.status()));
            case Owner.Queue queue -> returned(ticket, now);
            case Owner.Offered offered -> returned(ticket, now);
        };
    }

    private TicketDecision returned(Ticket ticket, Instant now) {
        NewEntry boundary = NewEntry.marker(
                Notices.in(ticket.language()).reopened(ticket.bot().name()), new EntryData.Returned());
        Ticket.Times times = ticket.times().backToBot(now, now.plus(deadlines.place()));
        return accept(toBot(ticket.answered(ticket.escalatedPos()), times, now), null, List.of(boundary));
    }

    private Ticket toBot(Ticket ticket, Ticket.Times times, Instant now) {
        Who who = ticket.customerWaits() ? Who.BOT : Who.CUSTOMER;
        return ticket.ownedBy(ticket.bot(), deadlines.next(who, now), times);
    }

    /** The customer writes on a ticket that was settled. It goes to its last agent, if that one is there, else to the bot (I23). */
    TicketDecision writtenAgain(Ticket ticket, NewEntry words, DecisionContext context) {
        Instant now = context.now();
        Notices notices = Notices.in(ticket.language());
        if (ticket.status() == Status.CLOSED) {
            return accept(ticket, null, List.of(words, NewEntry.notice(notices.closed())));
        }
        if (context.otherOpen() != null) {
            return accept(ticket, null, List.of(words, NewEntry.notice(notices.elsewhere())));
        }
        Owner.Agent agent = ticket.lastAgent();
        Integer capacity = context.lastAgentCapacity();
        Instant resolvedAt = ticket.times().resolvedAt();
        boolean recent = resolvedAt != null && now.isBefore(resolvedAt.plus(deadlines.sameAgent()));
        Ticket.Times times = ticket.times().reopened(now);
        if (recent && agent != null && capacity != null) {
            Ticket reopened = ticket.ownedBy(agent, deadlines.next(Who.AGENT, now), times.claimed(now));
            return accept(
                    reopened,
                    null,
                    List.of(NewEntry.marker(notices.reopened(agent.name()), new EntryData.Reopened(agent.id())), words),
                    new Condition.FreeSlot(agent.id(), capacity),
                    new Condition.Here(agent.id()));
        }
        Ticket reopened = ticket.ownedBy(ticket.bot(), deadlines.next(Who.BOT, now), times);
        NewEntry boundary = NewEntry.marker(notices.reopened(ticket.bot().name()), new EntryData.Reopened(null));
        return accept(reopened, null, List.of(boundary, words));
    }
}
