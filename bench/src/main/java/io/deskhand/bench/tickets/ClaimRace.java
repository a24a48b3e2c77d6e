package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Two hundred agents claim one ticket at the same moment, a thousand times: one wins each, and all others learn who. */
final class ClaimRace {

    private static final int AGENTS = 200;
    private static final int TICKETS = 1_000;
    private static final int WARM_UP = 150;
    /** Tickets of one sample: each gives its own median and 99th percentile. */
    private static final int BATCH = 50;

    private final Store store;
    private final List<Owner.Agent> agents = new ArrayList<>();
    private final Times ours = new Times();
    private final Times bare = new Times();
    private long winners;
    private long losersToldWho;

    private ClaimRace(Store store) {
        this.store = store;
        for (int i = 0; i < AGENTS; i++) {
            agents.add(Commands.agent("a" + i));
        }
    }

    static void run(List<Row> rows, Progress progress) throws Exception {
        try (RedisLocal redis = RedisLocal.temporary();
                Store store = new Store(redis.port())) {
            progress.at("claims: warming up");
            ClaimRace warmUp = new ClaimRace(store);
            for (int i = 0; i < WARM_UP; i++) {
                warmUp.race("warm-up-" + i);
            }
            progress.at("claims: " + AGENTS + " agents, " + TICKETS + " tickets");
            ClaimRace race = new ClaimRace(store);
            for (int i = 1; i <= TICKETS; i++) {
                race.race("ticket-" + i);
                if (i % BATCH == 0) {
                    race.ours.endBatch();
                    race.bare.endBatch();
                }
            }
            race.report(rows);
        }
    }

    private void race(String id) throws InterruptedException {
        TicketId ticket = new TicketId(id);
        store.execute(ticket, Commands.open(ticket));
        store.execute(ticket, Commands.customerSays(1));
        store.execute(ticket, Commands.escalate());
        @Nullable Outcome[] outcomes = new @Nullable Outcome[AGENTS];
        ours.add(atOnce(agent -> outcomes[agent] = store.tickets.execute(ticket, Commands.claim(agents.get(agent)))));
        bare.add(atOnce(agent -> store.bareScript()));
        judge(outcomes);
    }

    private void judge(@Nullable Outcome[] outcomes) {
        List<Owner.Agent> won = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            if (outcomes[agent] instanceof Outcome.Done) {
                won.add(agents.get(agent));
            }
        }
        if (won.size() != 1) {
            return;
        }
        winners++;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused
                    && refused.refusal() instanceof Refusal.AlreadyClaimed claimed
                    && claimed.winner().equals(won.getFirst())) {
                losersToldWho++;
            }
        }
    }

    /** Lets all go at one moment; nanoseconds that each took. */
    private static long[] atOnce(IntConsumer each) throws InterruptedException {
        long[] took = new long[AGENTS];
        CountDownLatch ready = new CountDownLatch(AGENTS);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            int agent = i;
            threads.add(Thread.ofVirtual().start(() -> {
                ready.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                long began = System.nanoTime();
                each.accept(agent);
                took[agent] = System.nanoTime() - began;
            }));
        }
        ready.await();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return took;
    }

    private void report(List<Row> rows) {
        rows.add(Row.exactly("claims: tickets with one winner", winners, "of " + TICKETS, TICKETS));
        long losers = (long) TICKETS * (AGENTS - 1);
        rows.add(Row.exactly("claims: losers told who won", losersToldWho, "agents", losers));
        String beside = ", " + AGENTS + " at once / bare EVALSHA";
        rows.add(Row.beside("claim p50" + beside, ours.medians(), "ms", bare.medians()));
        rows.add(Row.beside("claim p99" + beside, ours.nearlyWorst(), "ms", bare.nearlyWorst()));
    }

    /** How long each took, in batches. */
    private static final class Times {

        private final List<Double> batch = new ArrayList<>();
        private final List<Double> p50 = new ArrayList<>();
        private final List<Double> p99 = new ArrayList<>();

        void add(long[] nanos) {
            for (long each : nanos) {
                batch.add(each / 1e6);
            }
        }

        void endBatch() {
            Samples samples = new Samples(batch);
            p50.add(samples.median());
            p99.add(samples.quantile(0.99));
            batch.clear();
        }

        Samples medians() {
            return new Samples(p50);
        }

        Samples nearlyWorst() {
            return new Samples(p99);
        }
    }
}
