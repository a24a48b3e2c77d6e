package io.deskhand.ticketing.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a bot: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record BotId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BotId {
        IdFormat.check(value, "a bot");
    }

    @Override
    public String toString() {
        return value;
    }
}
