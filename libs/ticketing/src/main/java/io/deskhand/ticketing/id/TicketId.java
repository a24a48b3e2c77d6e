package io.deskhand.ticketing.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a ticket: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record TicketId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketId {
        IdFormat.check(value, "a ticket");
    }

    @Override
    public String toString() {
        return value;
    }
}
