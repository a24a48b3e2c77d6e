package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be read of tickets. Each answer is one moment's truth; lists may be a moment older than the tickets in them. */
public interface TicketQueries {

    Optional<Ticket> find(TicketId ticket);

    /** The tickets with these ids that exist, in one round trip. */
    List<Ticket> findAll(Collection<TicketId> tickets);

    Optional<Snapshot> snapshot(TicketId ticket);

    /** The open ticket of this customer with this bot (I16). */
    Optional<Ticket> openTicket(CustomerId customer, BotId bot);

    /** The customer's tickets, newest first. */
    List<Ticket> ofCustomer(CustomerId customer, int limit);

    /** All queued tickets, in the order in which they are to be claimed. */
    List<Ticket> inbox(int limit);

    /** The tickets that take a slot of the agent: owned by them, or offered to them. */
    List<Ticket> ownedBy(AgentId agent);

    /** All open tickets, the one whose next move is due first coming first. */
    List<Ticket> open(int limit);

    /** Tickets whose next move was due by then, longest overdue first: the work of the watchdog. */
    List<Ticket> due(Instant by, int limit);

    /** All tickets, last changed first. */
    List<Ticket> latest(int limit);

    /** A ticket and its whole log, in order of position. */
    record Snapshot(Ticket ticket, List<LogEntry> entries) {
        public Snapshot {
            entries = List.copyOf(entries);
        }
    }
}
