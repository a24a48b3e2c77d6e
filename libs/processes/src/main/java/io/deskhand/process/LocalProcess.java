package io.deskhand.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program in a process of its own, which may be ended and started any number of times.
 *
 * <p>A start waits for an orderly end; a kill waits for nothing, so it may come while the program is starting or ending. Guarantee: an orderly end of this JVM asks the process to end.
 * Non-guarantee: a process outlives this JVM when this JVM is killed.
 */
public final class LocalProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int TOLD = 40;
    private static final Set<LocalProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(LocalProcess::askToEnd), "end-processes"));
    }

    private final Program program;
    private final @Nullable Path log;
    private final Readiness readiness;
    private volatile @Nullable Process process;
    private volatile boolean wanted;
    private volatile boolean closed;

    /** @param log the file that the output is appended to; null discards it */
    public LocalProcess(Program program, @Nullable Path log, Readiness readiness) {
        this.program = program;
        this.log = log;
        this.readiness = readiness;
    }

    public String name() {
        return program.name();
    }

    /** Starts it; does not wait until it is ready. Does nothing while it runs, and after {@link #close()}. */
    public synchronized void start() {
        if (closed || isAlive()) {
            return;
        }
        try {
            Process started = program.builder()
                    .redirectErrorStream(true)
                    .redirectOutput(log == null ? Redirect.DISCARD : Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            wanted = true;
            RUNNING.add(this);
            if (closed) {
                started.destroyForcibly();
            }
        } catch (IOException e) {
            throw new StartException("unable to start " + name() + "; " + e.getMessage());
        }
    }

    /** The process that runs, or ran last. */
    public ProcessHandle handle() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return running.toHandle();
    }

    /** Sends SIGKILL and waits for the end. */
    public void kill() throws InterruptedException {
        wanted = false;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Sends SIGTERM and waits for the end; kills it when that takes too long. */
    public synchronized void terminate() throws InterruptedException {
        wanted = false;
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        }
    }

    private void askToEnd() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Returns whether it was started and has ended by itself. */
    public boolean hasGivenUp() {
        return wanted && !isAlive();
    }

    public boolean isReady() throws InterruptedException {
        return readiness.isReady();
    }

    /** Waits until it is ready, even if it is ended and started meanwhile, or until the time is over. */
    public void awaitReturn(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** @throws StartException if it ends or is not ready in time */
    public void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new StartException(name() + " ended before it was ready" + output());
            }
            if (System.nanoTime() > deadline) {
                throw new StartException(name() + " was not ready in " + patience.toSeconds() + " s" + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Where its output is, and the end of it. */
    public String output() {
        if (log == null) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(log);
            return ", see " + log + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD), lines.size()));
        } catch (IOException e) {
            return ", see " + log;
        }
    }

    /** Kills it for good: no later start has an effect. */
    @Override
    public void close() {
        closed = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
        RUNNING.remove(this);
    }
}
