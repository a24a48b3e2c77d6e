package io.deskhand.bench.tickets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that do one thing for a while, as often as they can. */
final class Load implements AutoCloseable {

    private final int threads;
    private final ExecutorService workers;

    /** What each thread does repeatedly. */
    interface Operation {
        void once(int thread);
    }

    Load(int threads) {
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("load-", 0).factory());
    }

    int threads() {
        return threads;
    }

    /** Operations a second of all threads together. */
    double perSecond(Operation operation, Duration slice) throws Exception {
        List<Future<Long>> counts = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            counts.add(workers.submit(() -> {
                long count = 0;
                while (System.nanoTime() - began < slice.toNanos()) {
                    operation.once(thread);
                    count++;
                }
                return count;
            }));
        }
        long all = 0;
        for (Future<Long> count : counts) {
            all += count.get();
        }
        return all * 1e9 / (System.nanoTime() - began);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
