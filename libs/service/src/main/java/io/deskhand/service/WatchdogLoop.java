package io.deskhand.service;

import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.watchdog.Watchdog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link Watchdog} every second in every instance of both services, and counts what it does. */
public final class WatchdogLoop implements Watchdog.Listener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchdogLoop.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** A ticket whose move is overdue for longer than this counts as an orphan. */
    private static final Duration ORPHANED = Duration.ofSeconds(30);

    private static final int ORPHANS_COUNTED = 1_000;

    private final Tickets tickets;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Watchdog watchdog;
    private final AtomicInteger orphans;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watchdog").factory());

    WatchdogLoop(Tickets tickets, AgentLeases agents, InstantSource clock, MeterRegistry meters) {
        this.tickets = tickets;
        this.clock = clock;
        this.meters = meters;
        this.watchdog = new Watchdog(tickets, agents, clock, this);
        this.orphans = meters.gauge("deskhand.orphans", new AtomicInteger());
    }

    void start() {
        timer.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        watchdog.round();
        try {
            orphans.set(tickets.due(clock.instant().minus(ORPHANED), ORPHANS_COUNTED)
                    .size());
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void expired(Ticket before) {
        meters.counter("deskhand.overdue", "status", before.status().name()).increment();
        log.info("ticket {} was overdue at {}", before.id(), before.status());
    }

    @Override
    public void released(Ticket before) {
        meters.counter("deskhand.agents.lost").increment();
        log.info("ticket {} was taken from an agent who is gone", before.id());
    }

    @Override
    public void failed(RuntimeException reason) {
        meters.counter("deskhand.watchdog.failed").increment();
        log.warn("unable to look after deadlines; {}", reason.getMessage());
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
