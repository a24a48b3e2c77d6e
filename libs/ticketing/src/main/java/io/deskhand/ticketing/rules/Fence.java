package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import org.jspecify.annotations.Nullable;

/** The fence at the write: a turn key is the bot's fencing token (I1, I2). */
final class Fence {

    private Fence() {}

    /**
     * Checks whether a bot may still end a turn under this key; it may not while it waits for a colleague (G19).
     *
     * @return the refusal, or null when it may
     */
    static @Nullable Refusal check(Ticket ticket, TurnKey key) {
        if (ticket.status() != Status.BOT || ticket.epoch() != key.epoch()) {
            return new Refusal.Fenced(key.epoch(), ticket.epoch(), ticket.status());
        }
        return ticket.review().pending() == null ? null : new Refusal.Held();
    }
}
