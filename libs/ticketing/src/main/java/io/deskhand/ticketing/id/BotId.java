package io.deskhand.ticketing.id;

/** The id of a bot: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record BotId(String value) {

    public BotId {
        Ids.check(value, "a bot");
    }

    @Override
    public String toString() {
        return value;
    }
}
