package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.bench.tickets.RedisCrash.Moment;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a crash of the Redis process loses under load, and how long the next commit takes (G17, N9 in docs/handoff.md). The machine does not crash: that is not measured. */
final class RedisCrashes {

    private static final int KILLS = 10;
    private static final int FEWEST_COMMITS = 1_000;
    /** Each kill comes this number of commits later than the one before, so that kills hit different moments of Redis's second. */
    private static final int MORE_EACH = 300;

    private final String name;
    private final List<CrashWriter.Result> writers = new ArrayList<>();
    private final List<Double> restarts = new ArrayList<>();

    private RedisCrashes(String name) {
        this.name = name;
    }

    static void run(List<Row> rows, Progress progress) throws Exception {
        crash(Fsync.EVERYSEC, Moment.ANY, rows, progress);
        crash(Fsync.EVERYSEC, Moment.FLUSH, rows, progress);
        crash(Fsync.ALWAYS, Moment.ANY, rows, progress);
    }

    private static void crash(Fsync fsync, Moment moment, List<Row> rows, Progress progress) throws Exception {
        String during = moment == Moment.FLUSH ? " flushing" : "";
        RedisCrashes crashes = new RedisCrashes(fsync.name().toLowerCase(Locale.ROOT) + during);
        progress.at("crashes of Redis, " + crashes.name + ": " + KILLS + " kills");
        for (int kill = 0; kill < KILLS; kill++) {
            RedisCrash.Result result = RedisCrash.run(fsync, moment, FEWEST_COMMITS + kill * MORE_EACH);
            crashes.writers.addAll(result.writers());
            crashes.restarts.add(result.restartMillis());
        }
        crashes.report(rows);
    }

    private void report(List<Row> rows) {
        String crash = "crash, " + name + ": ";
        double span = writers.stream()
                .mapToDouble(CrashWriter.Result::lostMillis)
                .max()
                .orElse(0);
        rows.add(Row.information(crash + "acknowledged", count(CrashWriter.Result::acknowledged), "commits"));
        rows.add(Row.exactly(crash + "of these lost", sum(CrashWriter.Result::lost), "commits", 0));
        rows.add(Row.information(crash + "longest span lost", Samples.of(span), "ms"));
        rows.add(Row.information(crash + "written unanswered", count(CrashWriter.Result::unanswered), "commits"));
        rows.add(Row.exactly(crash + "doubled by repeats", sum(CrashWriter.Result::doubled), "entries", 0));
        rows.add(Row.information(crash + "restart → commit, p50", new Samples(restarts), "ms"));
    }

    private Samples count(ToLongFunction<CrashWriter.Result> figure) {
        return Samples.of(sum(figure));
    }

    private long sum(ToLongFunction<CrashWriter.Result> figure) {
        return writers.stream().mapToLong(figure).sum();
    }
}
