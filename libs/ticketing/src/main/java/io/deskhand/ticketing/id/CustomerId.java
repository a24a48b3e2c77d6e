package io.deskhand.ticketing.id;

/** The id of a customer: 1 to 64 letters, digits, dots, underscores or hyphens. */
public record CustomerId(String value) {

    public CustomerId {
        Ids.check(value, "a customer");
    }

    @Override
    public String toString() {
        return value;
    }
}
