package io.deskhand.ticketing.store;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Status;
import java.util.function.Consumer;

/** Announces commits to all instances of all services. A hint: an event may be lost or late, and is never wrong. */
public interface TicketEvents {

    /** Calls the listener for each event, on a thread of the adapter, until the subscription is closed. */
    Subscription subscribe(Consumer<TicketEvent> listener);

    record TicketEvent(TicketId ticket, long rev, long epoch, Status status) {}

    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
