package io.deskhand.realtime;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Ticket;

/** Learns which tickets this instance holds a lease of. Calls for one ticket come one after the other; calls for different tickets may come at the same time. */
public interface LeaseListener {

    /** This instance holds the lease of the ticket from now on. */
    default void taken(Ticket ticket, AttachedRoom room) {}

    /** The ticket has a new revision; several changes may come as one. */
    default void changed(Ticket ticket) {}

    /** The ticket has left the side, or another instance holds its lease. The room is still attached during the call. */
    default void left(TicketId ticket, AttachedRoom room) {}
}
