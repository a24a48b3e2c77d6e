package io.deskhand.ticketing.ticket;

/** Where a ticket stands. Always agrees with its {@link Owner}. */
public enum Status {
    BOT,
    QUEUED,
    /** Offered to an agent, who has a while to accept. */
    OFFERED,
    HUMAN,
    /** The matter is settled; the customer may reopen it by writing. */
    RESOLVED,
    /** Sealed for good. */
    CLOSED;

    /** Whether somebody has to do something about it. */
    public boolean open() {
        return this != RESOLVED && this != CLOSED;
    }
}
