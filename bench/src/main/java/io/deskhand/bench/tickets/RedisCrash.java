package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.BenchServer;
import io.deskhand.process.RedisProcess;
import io.deskhand.process.TemporaryFolder;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.RedisCallback;

/** One crash: several threads commit, Redis is killed in full flow and started again, and everything that was acknowledged is looked for. */
final class RedisCrash implements AutoCloseable {

    private static final int WRITERS = 8;
    /** As the services have it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TemporaryFolder folder = TemporaryFolder.create("redis-crash");
    private final RedisProcess redis;
    private final Store store;
    private final List<CrashWriter> writers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            WRITERS, Thread.ofPlatform().daemon().name("crash-", 0).factory());
    private final CompletableFuture<Long> firstCommit = new CompletableFuture<>();
    private volatile boolean crashed;

    /** When Redis is killed. */
    enum Moment {
        ANY,
        /** While a thread of Redis brings the append-only file to the disk, which {@code everysec} does once a second. */
        FLUSH
    }

    /**
     * @param writers what became of their commits
     * @param restartMillis from the start of Redis until the first command given after the crash was acknowledged
     */
    record Result(List<CrashWriter.Result> writers, double restartMillis) {}

    private RedisCrash(Fsync fsync) throws Exception {
        redis = new RedisProcess(folder.path(), BenchServer.freePort(), fsync);
        redis.start();
        store = new Store(redis.port(), TIMEOUT);
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new CrashWriter(store, String.valueOf(i)));
        }
    }

    /** @param commits how many are acknowledged, at least, before the moment is waited for */
    static Result run(Fsync fsync, Moment moment, int commits) throws Exception {
        try (RedisCrash crash = new RedisCrash(fsync)) {
            return crash.measure(moment, commits);
        }
    }

    private Result measure(Moment moment, int commits) throws Exception {
        CountDownLatch flow = new CountDownLatch(commits);
        List<Future<?>> running = new ArrayList<>();
        for (CrashWriter writer : writers) {
            running.add(threads.submit(() -> write(writer, flow)));
        }
        if (!flow.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("unable to measure; commits do not flow");
        }
        if (moment == Moment.FLUSH) {
            awaitFlush();
        }
        long killedAt = System.nanoTime();
        redis.kill();
        crashed = true;
        long startedAt = System.nanoTime();
        redis.start();
        for (Future<?> writing : running) {
            writing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        List<CrashWriter.Result> results =
                writers.stream().map(writer -> writer.check(killedAt)).toList();
        return new Result(results, (firstCommit.join() - startedAt) / 1e6);
    }

    /** Commits until the crash, repeats the command in flight until it is answered, and gives one more. */
    private void write(CrashWriter writer, CountDownLatch flow) {
        while (!crashed) {
            writer.commit();
            flow.countDown();
        }
        writer.commit();
        firstCommit.complete(System.nanoTime());
    }

    /** Polls Redis until it flushes. */
    private void awaitFlush() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!"1".equals(persistence().getProperty("aof_pending_bio_fsync"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("unable to measure; Redis does not flush");
            }
        }
    }

    private Properties persistence() {
        RedisCallback<Properties> info =
                connection -> connection.serverCommands().info("persistence");
        return Objects.requireNonNull(store.redis.execute(info), "a Redis always tells of itself");
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        store.close();
        redis.close();
        folder.close();
    }
}
