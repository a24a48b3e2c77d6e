package io.deskhand.bench.tickets;

import io.deskhand.bench.tickets.RoomClient.Seen;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.TicketLimits;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A ticket into whose room a bot streams until an agent claims it, and what its room's viewer sees of that. */
final class StreamedTicket implements AutoCloseable {

    private static final int UPDATES_BEFORE_CLAIM = 3;

    private final Desk desk;
    private final RoomClient viewer;
    private final Ticket ticket;
    private final CountDownLatch streaming = new CountDownLatch(UPDATES_BEFORE_CLAIM);
    private final CountDownLatch marked = new CountDownLatch(1);
    private final AtomicLong lastBotByte = new AtomicLong();
    private final AtomicLong bytesAfterMarker = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long claimed;

    StreamedTicket(Desk desk, RoomClient viewer, TicketId id) throws Exception {
        this.desk = desk;
        this.viewer = viewer;
        desk.execute(id, Commands.open(id));
        this.ticket = desk.execute(id, Commands.customerSays(1));
        viewer.watch(RoomNames.of(ticket), this::sees);
    }

    private void sees(Seen message) {
        if (message.kind().equals("MARKER")) {
            marked.countDown();
        } else if (message.ofBot()) {
            lastBotByte.set(System.nanoTime());
            if (marked.getCount() == 0) {
                bytesAfterMarker.addAndGet(message.text().getBytes(StandardCharsets.UTF_8).length);
            }
            if (message.state().equals("STOPPED")) {
                stopped.set(true);
            } else if (message.state().equals("STREAMING")) {
                streaming.countDown();
            }
        }
    }

    /** Streams until it is refused. */
    void stream(Duration every, LongAdder drafts) {
        StringBuilder text = new StringBuilder();
        while (true) {
            text.append("word ");
            if (text.length() > TicketLimits.MAX_BOT_TEXT) {
                text.setLength(5);
            }
            DraftOutcome outcome = desk.tickets.draft(ticket, ticket.customerPos(), text.toString());
            if (outcome instanceof DraftOutcome.Refused) {
                return;
            }
            drafts.increment();
            LockSupport.parkNanos(every.toNanos());
        }
    }

    void awaitStreaming() throws InterruptedException {
        await(streaming, "no bot streams");
    }

    void claim() {
        claimed = System.nanoTime();
        desk.execute(ticket.id(), Commands.claim(Commands.ANNA));
    }

    double claimToLastWordMillis() throws InterruptedException {
        await(marked, "no marker came");
        if (!stopped.get()) {
            throw new IllegalStateException("unable to measure; the answer of " + ticket.id() + " was not cut");
        }
        return (lastBotByte.get() - claimed) / 1e6;
    }

    long bytesAfterMarker() {
        return bytesAfterMarker.get();
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("unable to measure; " + otherwise + " in 20 s");
        }
    }

    @Override
    public void close() throws Exception {
        viewer.leave(RoomNames.of(ticket));
    }
}
