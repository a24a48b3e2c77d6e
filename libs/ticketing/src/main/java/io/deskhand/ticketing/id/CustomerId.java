package io.deskhand.ticketing.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a customer: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record CustomerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        IdFormat.check(value, "a customer");
    }

    @Override
    public String toString() {
        return value;
    }
}
