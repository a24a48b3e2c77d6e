package io.deskhand.bench.tickets;

import io.deskhand.redis.local.RedisLocal;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A Redis in a temporary folder that can be killed and started again on the same data and port.
 *
 * <p>Non-guarantee: what the operating system was given stays, as the machine does not crash with the process.
 */
final class CrashingRedis implements AutoCloseable {

    private final Path folder;
    private final Fsync fsync;
    private volatile RedisLocal redis;

    CrashingRedis(Fsync fsync) throws IOException {
        this.folder = Files.createTempDirectory("redis-crash");
        this.fsync = fsync;
        this.redis = RedisLocal.start(folder, 0, fsync);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> redis.process().destroyForcibly(), "stop-redis"));
    }

    int port() {
        return redis.port();
    }

    /** SIGKILL; returns once the process has ended, so that no answer of it comes later. */
    void kill() {
        redis.process().destroyForcibly();
        redis.close();
    }

    /** Starts it on the data of the killed one; returns once it has read them and accepts connections. */
    void restart() {
        redis = RedisLocal.start(folder, redis.port(), fsync);
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
