package io.deskhand.chaos.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of the product in a JVM of its own, on this JVM's class path. It may be ended and started any number of times; its output is appended to one file.
 *
 * <p>A start waits for an orderly end; a kill waits for nothing, so it may come while the program is starting or ending.
 */
public final class JavaProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final List<String> command;
    private final Path log;
    private final URI ready;
    private final HttpClient http;
    private volatile @Nullable Process process;
    private volatile boolean wanted;
    private volatile boolean closed;

    /**
     * @param readyPath a path that answers 200 once the program is ready
     * @param heap of the JVM, such as {@code 256m}
     */
    JavaProcess(
            String name,
            String mainClass,
            int port,
            String heap,
            List<String> arguments,
            Path log,
            String readyPath,
            HttpClient http) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.http = http;
        this.ready = URI.create("http://127.0.0.1:" + port + readyPath);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        words.addAll(arguments);
        this.command = List.copyOf(words);
    }

    public String name() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path log() {
        return log;
    }

    /** Starts it; does not wait until it is ready. Does nothing while it runs, and after {@link #close()}. */
    public synchronized void start() {
        if (closed || isAlive()) {
            return;
        }
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            wanted = true;
            if (closed) {
                started.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unable to start " + name + "; " + e.getMessage(), e);
        }
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        wanted = false;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** SIGTERM, and its end awaited. */
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

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Whether it was started and has ended by itself. */
    public boolean hasGivenUp() {
        return wanted && !isAlive();
    }

    /** Whether it says that it is ready. */
    public boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(3)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until it is ready, whoever may end and start it meanwhile, or until patience ends. */
    public void awaitReturn(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** @throws StackException if it ends or is not ready in time */
    public void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new StackException(name + " ended before it was ready, see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(name + " was not ready in " + patience.toSeconds() + " s, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Ends it for good. */
    @Override
    public void close() {
        closed = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
