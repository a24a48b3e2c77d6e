package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Locale;

/** The published names of rooms and of those who write in them  (docs/api.md). */
public final class RoomNames {

    private RoomNames() {}

    /** The name of the ticket's room, one to one. */
    public static String of(Ticket ticket) {
        return "ticket:" + ticket.customer() + ":" + ticket.id();
    }

    /** The client id under which the room shows an author, such as {@code agent:anna}. Only the services can use those of others. */
    public static String clientId(Author author) {
        return author.role() == Author.Role.SYSTEM
                ? "system"
                : author.role().name().toLowerCase(Locale.ROOT) + ":" + author.id();
    }
}
