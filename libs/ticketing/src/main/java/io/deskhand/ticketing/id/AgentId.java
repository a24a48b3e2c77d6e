package io.deskhand.ticketing.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a human agent: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record AgentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgentId {
        IdFormat.check(value, "a human agent");
    }

    @Override
    public String toString() {
        return value;
    }
}
