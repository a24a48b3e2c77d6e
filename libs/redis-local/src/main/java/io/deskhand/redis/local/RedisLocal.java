package io.deskhand.redis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;

/**
 * A Redis 6.2 server on 127.0.0.1, with an append-only file ({@code appendfsync everysec}) in its own folder.
 *
 * <p>Guarantees: a Redis left behind in the same folder by a JVM that was killed is ended before a new one starts; {@link #close()} and a normal end of the
 * JVM end it with its data on disk. Non-guarantee: after {@code kill -9} of the JVM the server lives on until the next start in this folder, or until somebody
 * ends the process named in {@code redis.pid}.
 */
public final class RedisLocal implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisLocal.class);

    private final RedisServer server;
    private final int port;

    private RedisLocal(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on the data in {@code folder}.
     *
     * @param port TCP port; 0 takes a free one
     * @throws IllegalStateException if the port is taken or Redis did not start; the message says what to do
     */
    public static RedisLocal start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            endOrphan(folder.resolve("redis.pid"));
            int actual = port == 0 ? freePort() : port;
            RedisServer server = RedisServer.newRedisServer()
                    .port(actual)
                    .bind("127.0.0.1")
                    .setting("dir " + folder.toAbsolutePath())
                    .setting("pidfile " + folder.toAbsolutePath().resolve("redis.pid"))
                    .setting("appendonly yes")
                    .setting("appendfsync everysec")
                    .setting("save \"\"")
                    .soutListener(line -> {})
                    .build();
            server.start();
            return new RedisLocal(server, actual);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "unable to start Redis on port " + port + "; " + e.getMessage() + " (is the port taken?)", e);
        }
    }

    /** Starts a server on an empty temporary folder and a free port, for a test. */
    public static RedisLocal temporary() {
        try {
            return start(Files.createTempDirectory("redis-local"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Stops the server and waits for its end; data stays in the folder. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            log.warn("unable to stop Redis on port {}; {}", port, e.getMessage());
        }
    }

    /** Ends the Redis that a killed JVM left behind in this folder, if the process in the pid file still is a Redis. */
    private static void endOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = parsePid(Files.readString(pidFile))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains("redis"));
        if (orphan.isPresent()) {
            log.info(
                    "Ending a Redis left behind by an earlier run, process {}",
                    orphan.get().pid());
            orphan.get().destroy();
            awaitEnd(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> parsePid(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,10}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
