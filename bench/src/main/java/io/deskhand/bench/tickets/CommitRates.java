package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Commits and drafts a second, beside a script that does nothing. */
final class CommitRates {

    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 15;
    private static final Duration SLICE = Duration.ofMillis(400);
    private static final int TICKETS_EACH = 20;
    private static final double COMMIT_GOAL = 0.4;
    private static final double DRAFT_GOAL = 0.6;
    private static final String ANSWER = Commands.WORDS.repeat(10);

    private final Store store;
    private final Load load;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> commits = new ArrayList<>();
    private final List<Double> drafts = new ArrayList<>();
    private final List<Double> reads = new ArrayList<>();

    private CommitRates(Store store, Load load) {
        this.store = store;
        this.load = load;
        for (int thread = 0; thread < load.threads(); thread++) {
            writers.add(new Writer(load.threads() + "-" + thread));
        }
    }

    static void run(List<Row> rows, Progress progress) throws Exception {
        try (RedisLocal redis = RedisLocal.temporary();
                Store store = new Store(redis.port())) {
            for (int threads : new int[] {1, 8}) {
                try (Load load = new Load(threads)) {
                    new CommitRates(store, load).measure(rows, progress);
                }
            }
        }
    }

    private void measure(List<Row> rows, Progress progress) throws Exception {
        String on = load.threads() == 1 ? "1 thread" : load.threads() + " threads";
        progress.at("commits and drafts, " + on + ": warming up");
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            round();
        }
        List.of(bare, commits, drafts, reads).forEach(List::clear);
        progress.at("commits and drafts, " + on + ": measuring, in turns");
        for (int round = 0; round < ROUNDS; round++) {
            round();
        }
        Samples limit = new Samples(bare);
        String beside = ", " + on + " / bare EVALSHA";
        rows.add(Row.ratioAtLeast("commits" + beside, new Samples(commits), "1/s", limit, COMMIT_GOAL));
        rows.add(Row.ratioAtLeast("drafts" + beside, new Samples(drafts), "1/s", limit, DRAFT_GOAL));
        rows.add(Row.beside("reads of a ticket" + beside, new Samples(reads), "1/s", limit));
    }

    private void round() throws Exception {
        bare.add(load.perSecond(thread -> store.bareScript(), SLICE));
        commits.add(load.perSecond(thread -> writers.get(thread).commit(), SLICE));
        drafts.add(load.perSecond(thread -> writers.get(thread).draft(), SLICE));
        reads.add(load.perSecond(thread -> writers.get(thread).read(), SLICE));
    }

    /** One thread's tickets: some in which customer and agent talk, and one that the bot answers. */
    private final class Writer {

        private final List<TicketId> talking = new ArrayList<>();
        private final Ticket answering;
        private long said;
        private int drafted;

        Writer(String name) {
            for (int i = 0; i < TICKETS_EACH; i++) {
                TicketId ticket = new TicketId("talk-" + name + "-" + i);
                store.execute(ticket, Commands.open(ticket));
                store.execute(ticket, Commands.claim(Commands.ANNA));
                talking.add(ticket);
            }
            TicketId ticket = new TicketId("answer-" + name);
            store.execute(ticket, Commands.open(ticket));
            answering = store.execute(ticket, Commands.customerSays(1));
        }

        /** In turns: the customer says something, the agent says something. */
        void commit() {
            long number = said++;
            TicketId ticket = talking.get((int) (number / 2 % TICKETS_EACH));
            store.execute(ticket, number % 2 == 0 ? Commands.customerSays(number) : Commands.agentSays(number));
        }

        /** The answer grows by a word at a time, and begins again when it is complete. */
        void draft() {
            drafted = drafted % ANSWER.length() + 6;
            String text = ANSWER.substring(0, Math.min(drafted, ANSWER.length()));
            if (!(store.tickets.draft(answering, answering.customerPos(), text) instanceof DraftOutcome.Shown)) {
                throw new IllegalStateException("unable to measure; a draft was refused");
            }
        }

        void read() {
            if (store.tickets.find(talking.getFirst()).isEmpty()) {
                throw new IllegalStateException("unable to measure; a ticket is gone");
            }
        }
    }
}
