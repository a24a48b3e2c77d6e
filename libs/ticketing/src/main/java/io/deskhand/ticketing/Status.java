package io.deskhand.ticketing;

/** Where a ticket stands. Always agrees with its {@link Owner}. */
public enum Status {
    BOT,
    QUEUED,
    HUMAN,
    RESOLVED;

    public boolean open() {
        return this != RESOLVED;
    }
}
