package io.deskhand.ticketing.log;

import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a commit appends; the commit gives it its position.
 *
 * @param serial the room's serial when the entry came from the room (a customer's message), else null
 */
public record NewEntry(
        Kind kind,
        Author author,
        String text,
        List<Citation> citations,
        Map<String, Object> data,
        @Nullable String serial) {

    public NewEntry {
        citations = List.copyOf(citations);
        data = Map.copyOf(data);
    }

    public static NewEntry message(Author author, String text) {
        return new NewEntry(Kind.MESSAGE, author, text, List.of(), Map.of(), null);
    }

    public static NewEntry notice(String text) {
        return new NewEntry(Kind.NOTICE, Author.SYSTEM, text, List.of(), Map.of(), null);
    }

    public static NewEntry marker(String text, Map<String, Object> data) {
        return new NewEntry(Kind.MARKER, Author.SYSTEM, text, List.of(), data, null);
    }

    public static NewEntry note(Author author, String text, Map<String, Object> data) {
        return new NewEntry(Kind.NOTE, author, text, List.of(), data, null);
    }

    public static NewEntry packet(Map<String, Object> packet) {
        return new NewEntry(Kind.PACKET, Author.SYSTEM, "", List.of(), packet, null);
    }

    public boolean fromCustomer() {
        return author.role() == Author.Role.CUSTOMER;
    }
}
