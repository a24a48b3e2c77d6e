package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.CUT;
import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.refuse;
import static io.deskhand.ticketing.rules.Steps.toTheFront;

import io.deskhand.ticketing.command.Command.Accept;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.Decline;
import io.deskhand.ticketing.command.Command.Offer;
import io.deskhand.ticketing.command.Command.Release;
import io.deskhand.ticketing.command.Command.Release.Cause;
import io.deskhand.ticketing.command.Command.TakeOver;
import io.deskhand.ticketing.command.Command.Transfer;
import io.deskhand.ticketing.command.Command.Transfer.ToAgent;
import io.deskhand.ticketing.command.Command.Transfer.ToTeam;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of assignment: how a ticket changes hands among people. */
final class AssignmentRules {

    private final Deadlines deadlines;

    AssignmentRules(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    TicketDecision claim(Ticket ticket, Claim claim, Instant now) {
        return switch (ticket.owner()) {
            case Owner.Nobody nobody -> refuse(new Refusal.NotOpen());
            case Owner.Agent owner when owner.id().equals(claim.agent().id()) -> new Unchanged();
            case Owner.Agent owner -> refuse(new Refusal.AlreadyClaimed(owner));
            case Owner.Bot bot -> joins(ticket, claim.agent(), claim.capacity(), now);
            case Owner.Queue queue -> joins(ticket, claim.agent(), claim.capacity(), now);
            case Owner.Offered offered -> joins(ticket, claim.agent(), claim.capacity(), now);
        };
    }

    private TicketDecision joins(Ticket ticket, Owner.Agent agent, int capacity, Instant now) {
        return accept(claimed(ticket, agent, now), CUT, List.of(joined(ticket, agent)), slotFor(agent, capacity));
    }

    Ticket claimed(Ticket ticket, Owner.Agent agent, Instant now) {
        boolean waited = ticket.status() == Status.QUEUED || ticket.status() == Status.OFFERED;
        Who who = ticket.customerWaits() || waited ? Who.AGENT : Who.CUSTOMER;
        return ticket.ownedBy(agent, deadlines.next(who, now), ticket.times().claimed(now));
    }

    static NewEntry joined(Ticket ticket, Owner.Agent agent) {
        return NewEntry.marker(
                Notices.in(ticket.language()).joined(agent.name()), new EntryData.Claimed(agent.id(), null));
    }

    /** For an agent who takes a ticket themselves. */
    static Condition[] slotFor(Owner.Agent agent, int capacity) {
        return new Condition[] {new Condition.FreeSlot(agent.id(), capacity), new Condition.Acts(agent.id())};
    }

    TicketDecision offer(Ticket ticket, Offer offer, Instant now) {
        return switch (ticket.owner()) {
            case Owner.Offered(Owner.Agent agent)
            when agent.id().equals(offer.agent().id()) -> new Unchanged();
            case Owner.Queue queue -> offered(ticket, offer.agent(), offer.capacity(), List.of(), now);
            default -> refuse(new Refusal.NotNow(ticket.status()));
        };
    }

    private TicketDecision offered(
            Ticket ticket, Owner.Agent agent, int capacity, List<NewEntry> entries, Instant now, Condition... more) {
        Ticket after = ticket.ownedBy(
                new Owner.Offered(agent),
                new NextMove(Who.AGENT, now.plus(deadlines.offer())),
                ticket.times().queued(now));
        List<NewEntry> all = new ArrayList<>(entries);
        all.add(NewEntry.event("Offered to " + agent.name(), new EntryData.Offered(agent.id())));
        List<Condition> conditions = new ArrayList<>(List.of(more));
        conditions.add(new Condition.FreeSlot(agent.id(), capacity));
        conditions.add(new Condition.Here(agent.id()));
        return accept(after, null, all, conditions.toArray(Condition[]::new));
    }

    TicketDecision accepts(Ticket ticket, Accept accept, Instant now) {
        if (ticket.owner().is(accept.agent())) {
            return new Unchanged();
        }
        if (!(ticket.owner() instanceof Owner.Offered(Owner.Agent agent))
                || !agent.id().equals(accept.agent())) {
            return refuse(new Refusal.NotOffered());
        }
        return accept(claimed(ticket, agent, now), CUT, List.of(joined(ticket, agent)), new Condition.Acts(agent.id()));
    }

    TicketDecision decline(Ticket ticket, Decline decline, Instant now) {
        if (!(ticket.owner() instanceof Owner.Offered(Owner.Agent agent))
                || !agent.id().equals(decline.agent())) {
            return refuse(new Refusal.NotOffered());
        }
        return backToTheFront(
                ticket,
                NewEntry.event(agent.name() + " declined", new EntryData.Declined(agent.id())),
                now,
                new Condition.Acts(agent.id()));
    }

    TicketDecision notAccepted(Ticket ticket, Owner.Agent agent, String text, Instant now, Condition... conditions) {
        return backToTheFront(ticket, NewEntry.event(text, new EntryData.NotAccepted(agent.id())), now, conditions);
    }

    private TicketDecision backToTheFront(Ticket ticket, NewEntry entry, Instant now, Condition... conditions) {
        return accept(toTheFront(ticket, deadlines, now), null, List.of(entry), conditions);
    }

    /** Release and enqueue are one commit (I17). */
    TicketDecision release(Ticket ticket, Release release, Instant now) {
        Owner.Agent agent = ticket.owner().slot().orElse(null);
        boolean gone = release.cause() == Cause.GONE;
        if (agent == null || !agent.id().equals(release.agent())) {
            return gone ? new Unchanged() : refuse(new Refusal.NotOwner(ticket.owner()));
        }
        Condition condition = gone ? new Condition.Gone(agent.id()) : new Condition.Acts(agent.id());
        if (ticket.status() == Status.OFFERED) {
            return notAccepted(ticket, agent, agent.name() + " is not there", now, condition);
        }
        Notices notices = Notices.in(ticket.language());
        NewEntry marker = gone
                ? NewEntry.marker(notices.gone(agent.name()), new EntryData.AgentGone(agent.id()))
                : NewEntry.marker(notices.released(agent.name()), new EntryData.Released(agent.id()));
        return backToTheFront(ticket, marker, now, condition);
    }

    TicketDecision takeOver(Ticket ticket, TakeOver takeOver, Instant now) {
        Owner.Agent agent = takeOver.supervisor();
        if (ticket.owner().is(agent.id())) {
            return new Unchanged();
        }
        if (ticket.owner().slot().isEmpty()) {
            return refuse(new Refusal.NotNow(ticket.status()));
        }
        Refusal refusal = Steps.checkOptional(takeOver.reason(), TicketLimits.MAX_TEXT);
        if (refusal != null) {
            return refuse(refusal);
        }
        NewEntry marker = NewEntry.marker(
                Notices.in(ticket.language()).joined(agent.name()),
                new EntryData.Claimed(agent.id(), takeOver.reason()));
        return accept(claimed(ticket, agent, now), null, List.of(marker), slotFor(agent, takeOver.capacity()));
    }

    /** Owner or supervisor: to an agent it is an offer, to a team a place in its queue with the wait so far. */
    TicketDecision transfer(Ticket ticket, Transfer transfer, Instant now) {
        if (!(ticket.owner() instanceof Owner.Agent owner)) {
            return refuse(ticket.status().open() ? new Refusal.NotNow(ticket.status()) : new Refusal.NotOpen());
        }
        Refusal refusal = Steps.checkOptional(transfer.note(), TicketLimits.MAX_TEXT);
        if (!transfer.supervisor() && !owner.id().equals(transfer.by().id())) {
            refusal = new Refusal.NotOwner(owner);
        } else if (transfer.to() instanceof ToAgent to && to.agent().id().equals(owner.id())) {
            refusal = new Refusal.Invalid("to", owner.name() + " owns it already");
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        EntryData transferred = new EntryData.Transferred(transfer.by().id());
        List<NewEntry> entries = new ArrayList<>();
        entries.add(NewEntry.marker(Notices.in(ticket.language()).transferred(owner.name()), transferred));
        if (!transfer.note().isBlank()) {
            entries.add(NewEntry.note(Author.of(transfer.by()), transfer.note(), transferred));
        }
        Condition acts = new Condition.Acts(transfer.by().id());
        return switch (transfer.to()) {
            case ToAgent to -> offered(ticket, to.agent(), to.capacity(), entries, now, acts);
            case ToTeam to ->
                accept(
                        ticket.withTeam(to.team())
                                .ownedBy(
                                        new Owner.Queue(to.team()),
                                        deadlines.next(Who.QUEUE, now),
                                        ticket.times().queued(now)),
                        null,
                        entries,
                        acts);
        };
    }
}
