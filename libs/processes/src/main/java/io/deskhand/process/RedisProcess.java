package io.deskhand.process;

import io.deskhand.redis.local.RedisLocal;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Redis that can be paused, and killed and started again on what its append-only file holds.
 *
 * <p>Non-guarantee: a kill loses nothing that the operating system was given, as the machine does not crash with the process.
 */
public final class RedisProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Fsync fsync;
    private @Nullable RedisLocal redis;
    private boolean closed;

    public RedisProcess(Path folder, int port, Fsync fsync) {
        this.folder = folder;
        this.port = port;
        this.fsync = fsync;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-redis"));
    }

    /** Starts it; returns once it has read its data and accepts connections. Does nothing after {@link #close()}. */
    public synchronized void start() {
        if (!closed) {
            redis = RedisLocal.start(folder, port, fsync);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Sends SIGSTOP: it accepts connections and answers nothing. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Sends SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private synchronized void signal(String name) throws IOException, InterruptedException {
        if (redis != null) {
            String pid = String.valueOf(redis.process().pid());
            new ProcessBuilder("kill", "-" + name, pid).start().waitFor(5, TimeUnit.SECONDS);
        }
    }

    /** Sends SIGKILL; returns once the process has ended, so that no answer of it comes later. */
    public synchronized void kill() {
        if (redis != null) {
            redis.process().destroyForcibly();
            redis.close();
            redis = null;
        }
    }

    /** Kills it for good, also while it is paused; its data stay. */
    @Override
    public synchronized void close() {
        closed = true;
        kill();
    }
}
