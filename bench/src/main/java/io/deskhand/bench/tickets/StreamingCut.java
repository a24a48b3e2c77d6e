package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.RoundTrip;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.client.RealtimeAddress;
import io.deskhand.client.RoomConnection;
import io.deskhand.ticketing.id.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long after a claim the bot's last words arrive, while bots stream into many rooms at once.
 *
 * <p>The time starts with the call that claims, so it includes the commit. It ends when the room's viewer has the last update of the answer that was cut.
 */
final class StreamingCut {

    private static final int TICKETS = 16;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 16;
    /** Two hundred drafts a second for each ticket: faster than any model writes. */
    private static final Duration DRAFT_EVERY = Duration.ofMillis(5);

    private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(40);
    private static final Duration LATE = Duration.ofMillis(500);

    private final RelayedStore store;
    private final RoomConnection viewer;
    private final RoundTrip bareSend;
    private final Random random = new Random(7);
    private final LongAdder drafts = new LongAdder();
    private final List<Double> cuts = new ArrayList<>();
    private final List<Double> draftRates = new ArrayList<>();
    private long bytesAfterMarker;

    private StreamingCut(RelayedStore store, RoomConnection viewer) throws Exception {
        this.store = store;
        this.viewer = viewer;
        String room = "bare";
        this.bareSend = new RoundTrip(() -> viewer.send(room, Commands.WORDS));
        viewer.join(room, message -> bareSend.arrived());
    }

    static void run(List<Row> rows, Progress progress) throws Exception {
        try (RelayedStore store = new RelayedStore();
                RoomConnection viewer = RoomConnection.withKey(
                        RealtimeAddress.local(store.realtimePort()), BenchServer.KEY, "customer:bench")) {
            StreamingCut cut = new StreamingCut(store, viewer);
            progress.at("claims while bots stream into " + TICKETS + " rooms: warming up");
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                cut.round("warm-up-" + round, false);
            }
            progress.at("claims while bots stream into " + TICKETS + " rooms: measuring");
            for (int round = 0; round < ROUNDS; round++) {
                cut.round("round-" + round, true);
            }
            cut.report(rows);
        }
    }

    private void round(String name, boolean keep) throws Exception {
        List<StreamedTicket> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(new StreamedTicket(store, viewer, new TicketId(name + "-" + i)));
        }
        List<Thread> bots = tickets.stream()
                .map(ticket -> Thread.ofVirtual().start(() -> ticket.stream(DRAFT_EVERY, drafts)))
                .toList();
        for (StreamedTicket ticket : tickets) {
            ticket.awaitStreaming();
        }
        long began = System.nanoTime();
        long before = drafts.sum();
        for (StreamedTicket ticket : tickets) {
            bareSend.measure(1, keep);
            LockSupport.parkNanos(random.nextLong(BETWEEN_CLAIMS.toNanos()));
            ticket.claim();
        }
        for (Thread bot : bots) {
            bot.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        LockSupport.parkNanos(LATE.toNanos());
        for (StreamedTicket ticket : tickets) {
            double cut = ticket.claimToLastWordMillis();
            bytesAfterMarker += ticket.bytesAfterMarker();
            ticket.close();
            if (keep) {
                cuts.add(cut);
            }
        }
        if (keep) {
            draftRates.add((drafts.sum() - before) / seconds);
        }
    }

    private void report(List<Row> rows) {
        Samples ours = new Samples(cuts);
        Samples bare = bareSend.samples().dividedBy(1_000);
        String beside = " / bare Chat send → receive";
        rows.add(Row.beside("claim → last bot byte, p50" + beside, ours, "ms", bare));
        rows.add(Row.beside(
                "claim → last bot byte, p99" + beside,
                Samples.of(ours.quantile(0.99)),
                "ms",
                Samples.of(bare.quantile(0.99))));
        rows.add(Row.exactly("bot bytes after the claim marker", bytesAfterMarker, "bytes", 0));
        rows.add(Row.information("drafts meanwhile, " + TICKETS + " rooms", new Samples(draftRates), "1/s"));
    }
}
