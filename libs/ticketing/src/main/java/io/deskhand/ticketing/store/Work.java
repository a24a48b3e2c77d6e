package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The tickets that a side has to serve, shared among its instances. An item is a lease: its holder serves the ticket and renews the lease every few
 * seconds. An item whose lease has expired is given to the next instance that asks.
 *
 * <p>Guarantee (G11 in docs/handoff.md): an item is given out until it is finished. Non-guarantee (N6): two instances may hold the same item for a moment. Correctness
 * does not depend on the lease: the fencing token is checked at each write.
 */
public interface Work {

    /** Takes new items, then items whose holder is gone. Does not wait. */
    List<Item> take(Side side, String holder, int max);

    /**
     * Renews the leases that the holder has, in one call.
     *
     * @return the leases that the holder still has; the others were given to another
     */
    Set<String> keep(Side side, String holder, Collection<Item> items);

    /** The ticket has left the side: the item is done. */
    void finish(Side side, Collection<Item> items);

    /** Releases items, so that another instance may take them at once. */
    void release(Side side, Collection<Item> items);

    /**
     * The lease of a ticket for one serving epoch.
     *
     * @param servingEpoch the ticket's {@link Ticket#servingEpoch()} for which it was made; once the ticket has another, the item is over
     * @param lease the store's id of the item
     */
    record Item(TicketId ticket, long servingEpoch, String lease) {}
}
