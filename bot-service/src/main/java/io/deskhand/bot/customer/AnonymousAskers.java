package io.deskhand.bot.customer;

import io.deskhand.bot.turn.Askers;
import io.deskhand.brain.Asker;
import io.deskhand.brain.Asker.Trust;
import io.deskhand.ticketing.Ticket;
import java.util.Map;

/**
 * Every customer is whoever holds the token that their id came with: there is no other kind of token yet ({@link CustomerController}). A token that says more
 * would be read here, by what its ticket keeps of it.
 */
public final class AnonymousAskers implements Askers {

    @Override
    public Asker of(Ticket ticket) {
        return new Asker(Trust.ANONYMOUS, Map.of("id", ticket.customer().value()));
    }
}
