package io.deskhand.ticketing.log;

import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a commit appends; the commit gives it its position.
 *
 * @param data what it says in addition to its text; null for plain words
 * @param serial the room's serial when the entry came from the room (a customer's message), else null
 */
public record NewEntry(
        Kind kind,
        Author author,
        String text,
        List<Citation> citations,
        @Nullable EntryData data,
        @Nullable String serial) {

    public NewEntry {
        citations = List.copyOf(citations);
    }

    public static NewEntry message(Author author, String text) {
        return message(author, text, null);
    }

    public static NewEntry message(Author author, String text, @Nullable EntryData data) {
        return new NewEntry(Kind.MESSAGE, author, text, List.of(), data, null);
    }

    /** A customer's message, which is in the room already. */
    public static NewEntry fromRoom(Author customer, String text, String serial) {
        return new NewEntry(Kind.MESSAGE, customer, text, List.of(), null, serial);
    }

    public static NewEntry notice(String text) {
        return new NewEntry(Kind.NOTICE, Author.SYSTEM, text, List.of(), null, null);
    }

    public static NewEntry marker(String text, EntryData event) {
        return new NewEntry(Kind.MARKER, Author.SYSTEM, text, List.of(), event, null);
    }

    public static NewEntry note(Author author, String text, @Nullable EntryData data) {
        return new NewEntry(Kind.NOTE, author, text, List.of(), data, null);
    }

    /** For colleagues alone: the system notes what has happened. */
    public static NewEntry event(String text, EntryData event) {
        return note(Author.SYSTEM, text, event);
    }

    public static NewEntry packet(HandoffPacket packet) {
        return new NewEntry(Kind.PACKET, Author.SYSTEM, "", List.of(), packet, null);
    }

    public boolean fromCustomer() {
        return author.role() == Author.Role.CUSTOMER;
    }
}
