package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.ticketing.ticket.Ticket;

/** What the service knows of customers and vouches for. */
public interface CustomerContexts {

    /**
     * The customer of a ticket. Read again for each turn, so that a sign-in during a ticket applies from the next turn on.
     *
     * @throws RuntimeException if it cannot be read now, and may be later
     */
    CustomerContext of(Ticket ticket);
}
