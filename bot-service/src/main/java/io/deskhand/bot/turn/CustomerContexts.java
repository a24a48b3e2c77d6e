package io.deskhand.bot.turn;

import io.deskhand.brain.Asker;
import io.deskhand.ticketing.ticket.Ticket;

/** Who the customers are, as far as the service vouches for them. */
public interface CustomerContexts {

    /**
     * The customer of a ticket. Read anew for each turn, so that a sign-in in mid-ticket counts from the next turn on.
     *
     * @throws RuntimeException if it cannot be found out now, and may be later
     */
    Asker of(Ticket ticket);
}
