package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.id.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Five thousand open tickets on one instance. Measures the heap that each takes, the time to attach them all, and the time after a kill until another instance has
 * them.
 */
final class IdleTickets {

    private static final int TICKETS = 5_000;
    private static final double GOAL_KIB = 25;
    /** The services' own default. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Rounds of serving go on meanwhile. */
    private static final Duration SETTLE = Duration.ofSeconds(6);

    private IdleTickets() {}

    static void run(List<Row> rows, Progress progress) throws Exception {
        try (RedisLocal redis = RedisLocal.temporary();
                BenchServer realtime = BenchServer.ablyLocal()) {
            progress.at("idle tickets: opening " + TICKETS);
            open(redis.port());
            try (InstanceProcess first = InstanceProcess.start("first", redis.port(), realtime.port(), LEASE);
                    InstanceProcess second = InstanceProcess.start("second", redis.port(), realtime.port(), LEASE)) {
                attach(first, rows, progress);
                takeOver(first, second, rows, progress);
            }
        }
    }

    private static void open(int redisPort) throws Exception {
        try (Store store = new Store(redisPort)) {
            for (int i = 0; i < TICKETS; i++) {
                TicketId ticket = new TicketId("idle-" + i);
                store.execute(ticket, Commands.open(ticket));
            }
        }
    }

    private static void attach(InstanceProcess instance, List<Row> rows, Progress progress) throws Exception {
        progress.at("idle tickets: one instance takes them all");
        long before = instance.heapInUse();
        double seconds = secondsUntilAll(instance, instance::begin);
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        double each = (instance.heapInUse() - before) / 1024.0 / TICKETS;
        rows.add(Row.atMost("heap of the instance an idle ticket", Samples.of(each), "KiB", GOAL_KIB));
        rows.add(Row.information(thousands() + " tickets: all attached after", Samples.of(seconds), "s"));
    }

    private static void takeOver(InstanceProcess first, InstanceProcess second, List<Row> rows, Progress progress)
            throws Exception {
        progress.at("idle tickets: it is killed, another takes them over");
        second.begin();
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        double seconds = secondsUntilAll(second, first::kill);
        rows.add(Row.information(thousands() + " tickets: all taken over after a kill", Samples.of(seconds), "s"));
        rows.add(Row.information(
                "… of which beyond the lease of " + LEASE.toSeconds() + " s",
                Samples.of(seconds - LEASE.toSeconds()),
                "s"));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double secondsUntilAll(InstanceProcess instance, Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        instance.awaitFollowing(TICKETS, PATIENCE);
        return (System.nanoTime() - began) / 1e9;
    }

    private static String thousands() {
        return "%,d".formatted(TICKETS);
    }
}
