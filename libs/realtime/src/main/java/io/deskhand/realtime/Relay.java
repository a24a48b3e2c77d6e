package io.deskhand.realtime;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.RelayLog;
import io.deskhand.ticketing.store.RelayLog.Step;
import io.deskhand.ticketing.store.RelayLog.ToPublish;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the log to the room, strictly in log order, one publisher a ticket among all processes.
 *
 * <p>The relay of a transactional outbox: a writer wakes it, and it publishes all unpublished entries, also those of other writers. It publishes a streaming answer at most
 * every {@link #PACE}, and less often near the rate limit; sealed entries go out at once. It repeats a failed call under the same idempotency key. Another process takes over
 * from a publisher that dies.
 */
public final class Relay implements AutoCloseable {

    /** Five updates a second a room; Ably takes 50 messages a second a channel. */
    static final Duration PACE = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration RIGHT = Duration.ofSeconds(10);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration OVERDUE = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RelayLog relayLog;
    private final ChatApi chat;
    private final TicketLookup tickets;
    private final String holder;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Map<TicketId, Draining> active = new ConcurrentHashMap<>();
    private final ExecutorService publishing = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relay-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-timer").factory());
    private final Counter published;
    private final Timer lag;
    private final Counter failed;
    private final Counter lost;

    /** Finds a ticket; null when there is none. */
    @FunctionalInterface
    public interface TicketLookup {
        @Nullable Ticket find(TicketId ticket);
    }

    /**
     * @param holder unique among all processes
     * @param clock the clock that entries are dated by
     * @param nanoClock a monotonic clock, such as {@link System#nanoTime}
     */
    public Relay(
            RelayLog relayLog,
            Rooms rooms,
            TicketLookup tickets,
            String holder,
            InstantSource clock,
            LongSupplier nanoClock,
            MeterRegistry meters) {
        this.relayLog = relayLog;
        this.chat = rooms.chat();
        this.tickets = tickets;
        this.holder = holder;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.lag = meters.timer("deskhand.relay.lag");
        this.published = meters.counter("deskhand.relay.published");
        this.failed = meters.counter("deskhand.relay.failed");
        this.lost = meters.counter("deskhand.relay.rights.lost");
        timer.scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Wakes the relay for a ticket with unpublished entries.
     *
     * @param sealed true when it is final: then a pause between two updates of a streaming answer ends early
     */
    public void poke(Ticket ticket, boolean sealed) {
        poke(ticket.id(), RoomNames.of(ticket), sealed);
    }

    private void poke(TicketId ticket, @Nullable String room, boolean sealed) {
        while (!active.computeIfAbsent(ticket, Draining::new).poke(room, sealed)) {
            Thread.onSpinWait(); // it has just ended and is about to leave the map
        }
    }

    private void sweep() {
        try {
            relayLog.waiting(OVERDUE, 100).forEach(ticket -> poke(ticket, null, false));
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("unable to look for unpublished entries; {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        publishing.shutdown();
        try {
            if (!publishing.awaitTermination(5, TimeUnit.SECONDS)) {
                publishing.shutdownNow();
            }
        } catch (InterruptedException e) {
            publishing.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The draining of one ticket: at most one task at a time, and after each poke at least one more look. */
    private final class Draining {

        private final TicketId ticket;
        private boolean running;
        private boolean again;
        private boolean ended;
        private @Nullable ScheduledFuture<?> pause;
        private long lastUpdate;
        private volatile @Nullable String room;

        Draining(TicketId ticket) {
            this.ticket = ticket;
            this.lastUpdate = nanoClock.getAsLong() - PACE.toNanos();
        }

        /** Returns false once it has ended: then a new one takes over, never both at once. */
        synchronized boolean poke(@Nullable String known, boolean sealed) {
            if (ended) {
                return false;
            }
            again = true;
            room = known == null ? room : known;
            if (pause != null && sealed && pause.cancel(false)) {
                pause = null;
                submit();
            } else if (pause == null && !running) {
                submit();
            }
            return true;
        }

        private synchronized void submit() {
            running = true;
            publishing.execute(this::run);
        }

        private void run() {
            Duration wait = Duration.ZERO;
            while (begin()) {
                wait = drain();
                if (!wait.isZero()) {
                    break;
                }
            }
            end(wait);
        }

        private synchronized boolean begin() {
            boolean wanted = again;
            again = false;
            pause = null;
            return wanted;
        }

        private synchronized void end(Duration wait) {
            running = false;
            if (!wait.isZero() && !timer.isShutdown()) {
                again = true;
                pause = timer.schedule(this::submit, wait.toMillis(), TimeUnit.MILLISECONDS);
            } else if (again) {
                submit();
            } else {
                ended = true;
                active.remove(ticket, this);
            }
        }

        /** Publishes until nothing is left. Returns how long to wait before the next look, zero for none. */
        private Duration drain() {
            try {
                Step step = relayLog.take(ticket, holder, RIGHT);
                while (step instanceof Step.Publish publish) {
                    Duration early = tooEarly(publish.what().entry());
                    if (!early.isZero()) {
                        return early;
                    }
                    ChatMessage message = publish(publish.what());
                    long seq = message.headers().has("seq")
                            ? message.headers().get("seq").getAsLong()
                            : publish.what().entry().seq();
                    count(publish.what());
                    step = relayLog.done(ticket, holder, RIGHT, publish.what(), seq, message.serial());
                }
                if (step instanceof Step.Lost) {
                    lost.increment();
                    return RETRY;
                }
                return Duration.ZERO;
            } catch (RuntimeException e) {
                failed.increment();
                log.warn("unable to publish ticket {}; {}", ticket, e.getMessage());
                return RETRY;
            }
        }

        /** Records the age of a sealed entry at its first publication; a draft's age would say how long the bot has been writing. */
        private void count(ToPublish what) {
            published.increment();
            if (what.serial().isEmpty() && what.entry().state() != State.STREAMING) {
                lag.record(Duration.between(what.entry().at(), clock.instant()));
            }
        }

        private Duration tooEarly(LogEntry entry) {
            if (entry.state() != State.STREAMING || entry.serial() == null) {
                return Duration.ZERO;
            }
            Duration own = PACE.minusNanos(nanoClock.getAsLong() - lastUpdate);
            Duration all = chat.rate().waiting();
            Duration wait = own.compareTo(all) > 0 ? own : all;
            return wait.isPositive() ? wait.plusMillis(1) : Duration.ZERO;
        }

        private ChatMessage publish(ToPublish what) {
            LogEntry entry = what.entry();
            lastUpdate = nanoClock.getAsLong();
            String key = what.idempotencyKey(ticket);
            String author = RoomNames.clientId(entry.author());
            return what.serial()
                    .map(serial -> chat.update(room(), serial, author, RoomMessage.of(entry), key))
                    .orElseGet(() -> chat.send(room(), author, RoomMessage.of(entry), key));
        }

        /** The room: known from the writer, looked up for a ticket that the sweep found. */
        private String room() {
            String known = room;
            if (known == null) {
                known = RoomNames.of(Objects.requireNonNull(tickets.find(ticket), "the ticket is gone"));
                room = known;
            }
            return known;
        }
    }
}
