package io.deskhand.realtime;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Tickets} whose log is delivered to the room: each write wakes the relay. */
public final class RelayedTickets implements Tickets {

    private final Tickets tickets;
    private final Relay relay;

    public RelayedTickets(Tickets tickets, Relay relay) {
        this.tickets = tickets;
        this.relay = relay;
    }

    @Override
    public Outcome execute(TicketId ticket, Command command) {
        Outcome outcome = tickets.execute(ticket, command);
        if (outcome instanceof Outcome.Done done && !done.entries().isEmpty()) {
            relay.poke(done.ticket(), true);
        }
        return outcome;
    }

    @Override
    public DraftOutcome draft(Ticket ticket, long turn, String text) {
        DraftOutcome outcome = tickets.draft(ticket, turn, text);
        if (outcome instanceof DraftOutcome.Shown) {
            relay.poke(ticket, false);
        }
        return outcome;
    }

    @Override
    public Optional<Ticket> find(TicketId ticket) {
        return tickets.find(ticket);
    }

    @Override
    public List<Ticket> findAll(Collection<TicketId> ids) {
        return tickets.findAll(ids);
    }

    @Override
    public Optional<Snapshot> snapshot(TicketId ticket) {
        return tickets.snapshot(ticket);
    }

    @Override
    public Optional<Ticket> openTicket(CustomerId customer, BotId bot) {
        return tickets.openTicket(customer, bot);
    }

    @Override
    public List<Ticket> ofCustomer(CustomerId customer, int limit) {
        return tickets.ofCustomer(customer, limit);
    }

    @Override
    public List<Ticket> inbox(int limit) {
        return tickets.inbox(limit);
    }

    @Override
    public List<Ticket> ownedBy(AgentId agent) {
        return tickets.ownedBy(agent);
    }

    @Override
    public List<Ticket> open(int limit) {
        return tickets.open(limit);
    }

    @Override
    public List<Ticket> due(Instant by, int limit) {
        return tickets.due(by, limit);
    }

    @Override
    public List<Ticket> latest(int limit) {
        return tickets.latest(limit);
    }
}
