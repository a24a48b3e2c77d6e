package io.deskhand.realtime;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.TicketEvents;
import io.deskhand.ticketing.store.TicketEvents.TicketEvent;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Work;
import io.deskhand.ticketing.store.Work.Item;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the leases of one side's tickets: it attaches to their rooms, appends customer messages to their logs, and announces changes in the inbox.
 *
 * <p>Guarantees (G9, G10 in docs/handoff.md): while the serving side runs, the log gets each customer message of the room once, in the room's order. Live messages may
 * be lost or doubled: every attachment and every failure is followed by a read of the room's history. Non-guarantee: two instances may serve one ticket for a moment;
 * commands are idempotent by the message's serial, so the log does not show it.
 */
public final class LeasedTickets implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LeasedTickets.class);
    private static final int TAKEN_AT_ONCE = 200;
    /** The most tickets that catch up at the same time: more would queue in the realtime server and time out. */
    private static final int CATCHING_UP_AT_ONCE = 16;

    private final Side side;
    private final String holder;
    private final Work work;
    private final Tickets tickets;
    private final Rooms rooms;
    private final InboxChannel inbox;
    private final LeaseListener listener;
    private final Options options;
    private final TicketEvents events;
    private final Map<TicketId, LeasedTicket> held = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Semaphore catchingUp = new Semaphore(CATCHING_UP_AT_ONCE);
    private final Counter caughtUp;
    private final Counter takenOver;
    private TicketEvents.@Nullable Subscription subscription;

    /**
     * @param round how often leases are kept and revisions compared; a third of the lease time or less
     * @param capacity the most tickets that this instance serves at once
     */
    public record Options(Duration round, int capacity) {
        public static final Options DEFAULTS = new Options(Duration.ofSeconds(2), 5_000);
    }

    public LeasedTickets(
            Side side,
            String holder,
            Work work,
            Tickets tickets,
            TicketEvents events,
            Rooms rooms,
            InboxChannel inbox,
            LeaseListener listener,
            Options options,
            MeterRegistry meters) {
        this.side = side;
        this.holder = holder;
        this.work = work;
        this.tickets = tickets;
        this.events = events;
        this.rooms = rooms;
        this.inbox = inbox;
        this.listener = listener;
        this.options = options;
        String name = side.name().toLowerCase(java.util.Locale.ROOT);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("serve-" + name + "-", 0).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("serve-" + name + "-rounds").factory());
        this.caughtUp = meters.counter("deskhand.serving.caughtup", "side", name);
        this.takenOver = meters.counter("deskhand.serving.leases.lost", "side", name);
        meters.gaugeMapSize("deskhand.serving.tickets", Tags.of("side", name), held);
        meters.gauge("deskhand.serving.behind", Tags.of("side", name), held, LeasedTickets::behind);
    }

    /** Starts to take leases. */
    public void start() {
        subscription = events.subscribe(this::announced);
        timer.scheduleWithFixedDelay(this::round, 0, options.round().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void announced(TicketEvent event) {
        LeasedTicket ticket = held.get(event.ticket());
        if (ticket != null) {
            ticket.refresh();
        } else if (Side.of(event.status()).filter(side::equals).isPresent()) {
            timer.execute(this::takeNew);
        }
    }

    /** Takes new leases, renews those it has, and looks for changes whose announcement was lost. */
    private void round() {
        takeNew();
        guarded("keep leases", () -> {
            List<Item> items = items();
            Set<String> kept = work.keep(side, holder, items);
            for (Item item : items) {
                LeasedTicket ticket = held.get(item.ticket());
                if (ticket != null && !kept.contains(item.lease())) {
                    takenOver.increment();
                    ticket.lose(item);
                }
            }
            for (Ticket now : tickets.findAll(held.keySet())) {
                LeasedTicket ticket = held.get(now.id());
                if (ticket != null && ticket.isOverdue(now)) {
                    ticket.refresh();
                }
            }
        });
    }

    /** How many tickets' rooms have yet to be attached and read. */
    private static double behind(Map<TicketId, LeasedTicket> held) {
        return held.values().stream().filter(LeasedTicket::isBehind).count();
    }

    private List<Item> items() {
        return held.values().stream().flatMap(ticket -> ticket.item().stream()).toList();
    }

    private void takeNew() {
        guarded("take work", () -> {
            while (takeSome()) {
                log.debug("there may be more work");
            }
        });
    }

    /** Takes a batch; true if it was a full one, so that there may be more. */
    private boolean takeSome() {
        int most = Math.min(options.capacity() - held.size(), TAKEN_AT_ONCE);
        List<Item> items = most > 0 ? work.take(side, holder, most) : List.of();
        for (Item item : items) {
            held.computeIfAbsent(item.ticket(), ticket -> new LeasedTicket(this, new Mailbox(threads)))
                    .take(item);
        }
        return items.size() == TAKEN_AT_ONCE;
    }

    /** Limits how many tickets catch up at the same time after a start or a break; live messages do not wait for it. */
    void inTurn(Runnable task) {
        catchingUp.acquireUninterruptibly();
        try {
            task.run();
        } finally {
            catchingUp.release();
        }
    }

    /** The ticket of this item has left this side. */
    void finish(Item item) {
        guarded("finish work", () -> work.finish(side, List.of(item)));
    }

    void remember(TicketId id, LeasedTicket ticket) {
        held.put(id, ticket);
    }

    void forget(TicketId id, LeasedTicket ticket) {
        held.remove(id, ticket);
    }

    boolean serves(Ticket ticket, Item item) {
        return ticket.servingEpoch() == item.servingEpoch()
                && Side.of(ticket.status()).filter(side::equals).isPresent();
    }

    void caughtUp(int messages) {
        caughtUp.increment(messages);
    }

    Tickets tickets() {
        return tickets;
    }

    Rooms rooms() {
        return rooms;
    }

    InboxChannel inbox() {
        return inbox;
    }

    LeaseListener listener() {
        return listener;
    }

    static void guarded(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("unable to {}; {}", what, e.getMessage());
        }
    }

    private static void awaitEnd(ExecutorService executor, Duration patience) {
        try {
            if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Releases all leases, so that another instance may take them at once. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        timer.shutdown();
        awaitEnd(timer, Duration.ofSeconds(5));
        List<Item> items = items();
        held.values().forEach(ticket -> ticket.item().ifPresent(ticket::lose));
        threads.shutdown();
        awaitEnd(threads, Duration.ofSeconds(10));
        guarded("release work", () -> work.release(side, items));
    }
}
