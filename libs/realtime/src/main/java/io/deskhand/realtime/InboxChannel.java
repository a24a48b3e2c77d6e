package io.deskhand.realtime;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.AgentTicket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shared inbox: every change of a ticket, for all agents. Events are upserts by revision, so a repeat or a late one does no harm.
 *
 * <p>All tickets share the one channel, and Ably takes 50 messages a second on it. So only the newest revision of each ticket waits, and one event goes out every
 * {@link #PACE}. A burst of changes gives fewer events for each ticket, never a backlog. A failed publish is tried again, with what is newest then.
 */
public final class InboxChannel implements AutoCloseable {

    /** The channel's name; agents subscribe, only the services publish. */
    public static final String NAME = "support:inbox";

    /** A quarter of what Ably takes, so that four instances may publish at full pace. */
    static final Duration PACE = Duration.ofMillis(80);

    private static final Logger log = LoggerFactory.getLogger(InboxChannel.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Rooms rooms;
    private final SequencedMap<TicketId, Ticket> waiting = new LinkedHashMap<>();
    private final Thread publisher = Thread.ofVirtual().name("inbox").unstarted(this::run);
    private boolean started;
    private boolean closed;

    public InboxChannel(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Announces the ticket soon. Does not wait. */
    public synchronized void publish(Ticket ticket) {
        waiting.merge(ticket.id(), ticket, (older, newer) -> newer.rev() >= older.rev() ? newer : older);
        if (!started) {
            started = true;
            publisher.start();
        }
        notifyAll();
    }

    private void run() {
        try {
            Ticket next = next();
            while (next != null) {
                TimeUnit.NANOSECONDS.sleep(publishNow(next).toNanos());
                next = next();
            }
        } catch (InterruptedException e) {
            log.debug("the inbox was closed in a hurry");
        }
    }

    /** The one that waits longest; null once closed and nothing waits. */
    private synchronized @Nullable Ticket next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return waiting.isEmpty() ? null : waiting.pollFirstEntry().getValue();
    }

    private Duration publishNow(Ticket ticket) {
        try {
            rooms.publish(NAME, "ticket", WireJson.of(AgentTicket.of(ticket)));
            return PACE;
        } catch (RuntimeException e) {
            log.warn("unable to announce ticket {} in the inbox; {}", ticket.id(), e.getMessage());
            publish(ticket);
            return RETRY;
        }
    }

    /** Publishes what waits, for a few seconds at most. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            if (!started) {
                return;
            }
        }
        try {
            if (!publisher.join(Duration.ofSeconds(3))) {
                publisher.interrupt();
            }
        } catch (InterruptedException e) {
            publisher.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
