package io.deskhand.chaos.stack;

import io.deskhand.redis.local.RedisLocal;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Redis that can be stopped for a while, and killed and started again on what its append-only file holds. */
public final class RedisProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Fsync fsync;
    private @Nullable RedisLocal redis;
    private boolean closed;

    RedisProcess(Path folder, int port, Fsync fsync) {
        this.folder = folder;
        this.port = port;
        this.fsync = fsync;
    }

    synchronized void start() {
        if (!closed) {
            redis = RedisLocal.start(folder, port, fsync);
        }
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** SIGSTOP: it accepts connections and answers nothing. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** {@code kill -9}, and a start on the same data and port. */
    public synchronized void killAndRestart() {
        kill();
        start();
    }

    private synchronized void signal(String name) throws IOException, InterruptedException {
        if (redis != null) {
            String pid = String.valueOf(redis.process().pid());
            new ProcessBuilder("kill", "-" + name, pid).start().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private void kill() {
        if (redis != null) {
            redis.process().destroyForcibly();
            redis.close();
            redis = null;
        }
    }

    /** Ends it, also while it is stopped. */
    @Override
    public synchronized void close() {
        closed = true;
        kill();
    }
}
