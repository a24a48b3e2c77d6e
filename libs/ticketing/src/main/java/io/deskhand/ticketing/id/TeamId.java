package io.deskhand.ticketing.id;

/** The id of a team of agents, and so of its inbox: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record TeamId(String value) {

    public TeamId {
        Ids.check(value, "a team of agents, and so of its inbox");
    }

    @Override
    public String toString() {
        return value;
    }
}
