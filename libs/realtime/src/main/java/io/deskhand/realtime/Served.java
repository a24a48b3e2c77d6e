package io.deskhand.realtime;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Ticket;

/** What a side does with the tickets it serves. Calls for one ticket come one after the other; those for different tickets at the same time. */
public interface Served {

    /** This instance serves the ticket from now on. */
    default void taken(Ticket ticket, AttachedRoom room) {}

    /** The ticket has a new revision; several changes may come as one. */
    default void changed(Ticket ticket) {}

    /** The ticket has left the side, or another instance serves it. The room is still attached during the call. */
    default void left(TicketId ticket, AttachedRoom room) {}
}
