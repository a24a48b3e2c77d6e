package io.deskhand.ticketing.id;

/** The id of a human agent: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record AgentId(String value) {

    public AgentId {
        Ids.check(value, "a human agent");
    }

    @Override
    public String toString() {
        return value;
    }
}
