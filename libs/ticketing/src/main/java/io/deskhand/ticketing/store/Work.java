package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The tickets that a side has to serve, shared among its instances. An item is a lease: whoever took it serves the ticket, and keeps it by saying so every few seconds;
 * an item that nobody has kept for the lease time is given to the next who asks.
 *
 * <p>Guarantee (G11 in docs/handoff.md): an item is given to somebody until it is finished. Non-guarantee (N6): two instances may believe for a moment that they hold the same item; correctness never
 * rests on the lease, the fence at the write sees to that.
 */
public interface Work {

    /** Takes new items, then items whose holder is gone. Does not wait. */
    List<Item> take(Side side, String holder, int max);

    /**
     * Keeps what the holder has, in one call.
     *
     * @return the leases that the holder still has; the others were given to somebody else
     */
    Set<String> keep(Side side, String holder, Collection<Item> items);

    /** The ticket has left the side: the item is done. */
    void finish(Side side, Collection<Item> items);

    /** Lets go of items, so that another instance may take them at once. */
    void release(Side side, Collection<Item> items);

    /**
     * One stay of a ticket with a side.
     *
     * @param servingEpoch the ticket's {@link Ticket#servingEpoch()} for which it was made; once the ticket has another, the item is over
     * @param lease the store's id of the item
     */
    record Item(TicketId ticket, long servingEpoch, String lease) {}
}
