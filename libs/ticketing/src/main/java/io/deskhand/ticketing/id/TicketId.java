package io.deskhand.ticketing.id;

/** The id of a ticket: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record TicketId(String value) {

    public TicketId {
        Ids.check(value, "a ticket");
    }

    @Override
    public String toString() {
        return value;
    }
}
