package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.CUT;
import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.Reopen;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Resolved.By;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** The rules of settling a ticket, and of an agent who opens it again. */
final class ResolutionRules {

    private final Deadlines deadlines;

    ResolutionRules(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    TicketDecision resolve(Ticket ticket, Resolve resolve, Instant now) {
        if (!ticket.status().open()) {
            return new Unchanged();
        }
        Owner.Agent agent = resolve.agent();
        Notices notices = Notices.in(ticket.language());
        if (agent == null) {
            return resolved(ticket, notices.settled(), By.CUSTOMER, now);
        }
        if (!ticket.owner().is(agent.id())) {
            return refuse(new Refusal.NotOwner(ticket.owner()));
        }
        if (ticket.customerWaits() && !resolve.force()) {
            return refuse(new Refusal.CustomerWaits());
        }
        return resolved(
                ticket, notices.resolved(agent.name()), By.AGENT, now, new TicketDecision.Condition.Acts(agent.id()));
    }

    /** Nobody owes the customer anything, and they have not been heard of for a long time. */
    TicketDecision quiet(Ticket ticket, Instant now) {
        return resolved(ticket, Notices.in(ticket.language()).quiet(), By.QUIET, now);
    }

    private TicketDecision resolved(
            Ticket ticket, String text, By by, Instant now, TicketDecision.Condition... conditions) {
        Ticket after = ticket.ownedBy(
                new Owner.Nobody(false),
                new NextMove(Who.CUSTOMER, now.plus(deadlines.reopen())),
                ticket.times().resolved(now));
        NewEntry marker = NewEntry.marker(text, new EntryData.Resolved(by));
        return accept(after, CUT, List.of(marker), conditions);
    }

    TicketDecision reopen(Ticket ticket, Reopen reopen, Instant now) {
        return switch (ticket.status()) {
            case CLOSED -> refuse(new Refusal.NotOpen());
            case RESOLVED -> {
                Who who = ticket.customerWaits() ? Who.AGENT : Who.CUSTOMER;
                Ticket after = ticket.ownedBy(
                        reopen.agent(),
                        deadlines.next(who, now),
                        ticket.times().reopened(now).claimed(now));
                String text =
                        Notices.in(ticket.language()).reopened(reopen.agent().name());
                yield accept(
                        after,
                        null,
                        List.of(NewEntry.marker(
                                text, new EntryData.Reopened(reopen.agent().id()))),
                        AssignmentRules.slotFor(reopen.agent(), reopen.capacity()));
            }
            case HUMAN -> {
                if (ticket.owner().is(reopen.agent().id())) {
                    yield new Unchanged();
                }
                yield refuse(new Refusal.NotOwner(ticket.owner()));
            }
            case BOT, QUEUED, OFFERED -> refuse(new Refusal.NotNow(ticket.status()));
        };
    }

    /** The time to reopen it by writing is over. */
    TicketDecision close(Ticket ticket, Instant now) {
        Ticket after =
                ticket.ownedBy(new Owner.Nobody(true), null, ticket.times().withUpdatedAt(now));
        return accept(after, null, List.of(NewEntry.event("Closed", new EntryData.Closed())));
    }
}
