package io.deskhand.ticketing.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a team of agents, and so of its inbox: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record TeamId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TeamId {
        IdFormat.check(value, "a team of agents, and so of its inbox");
    }

    @Override
    public String toString() {
        return value;
    }
}
