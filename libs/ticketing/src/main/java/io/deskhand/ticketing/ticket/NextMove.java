package io.deskhand.ticketing.ticket;

import java.time.Instant;

/**
 * Who owes the next move on a ticket that is not closed, and by when (I20).
 *
 * @param dueAt after this moment the move is overdue
 */
public record NextMove(Who who, Instant dueAt) {

    public enum Who {
        CUSTOMER,
        BOT,
        QUEUE,
        AGENT
    }
}
