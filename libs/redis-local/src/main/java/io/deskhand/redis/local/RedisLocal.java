package io.deskhand.redis.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.core.RedisServerBuilder;

/**
 * A Redis 6.2 server on 127.0.0.1, with an append-only file ({@code appendfsync everysec} by default) in its own folder.
 *
 * <p>Guarantees: a start first ends an orphan, a Redis that a killed JVM left in the same folder. {@link #close()} stops the server with its data on disk.
 * Non-guarantee: the server does not stop with its JVM. Only {@code close}, the next start in this folder, or a reader of {@code redis.pid} stops it. So a program can
 * place the stop in its own shutdown order.
 */
public final class RedisLocal implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisLocal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private RedisLocal(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** When the append-only file reaches the disk. */
    public enum Fsync {
        /** Before each answer. */
        ALWAYS,
        /** Once a second, in the background. */
        EVERYSEC
    }

    /**
     * Starts a server on the data in {@code folder}.
     *
     * @param port TCP port; 0 takes a free one
     * @throws IllegalStateException if the port is taken or Redis did not start; the message has the reason
     */
    public static RedisLocal start(Path folder, int port) {
        return start(folder, port, Fsync.EVERYSEC);
    }

    /** Starts a server as {@link #start(Path, int)} does, with another {@code appendfsync}. */
    public static RedisLocal start(Path folder, int port, Fsync fsync) {
        try {
            Files.createDirectories(folder);
            endOrphan(folder.resolve("redis.pid"));
            int actual = port == 0 ? freePort() : port;
            List<String> command = new RedisServerBuilder()
                    .executableProvider(RedisLocal::executable)
                    .port(actual)
                    .bind("127.0.0.1")
                    .setting("dir " + folder.toAbsolutePath())
                    .setting("pidfile " + folder.toAbsolutePath().resolve("redis.pid"))
                    .setting("appendonly yes")
                    .setting("appendfsync " + fsync.name().toLowerCase(Locale.ROOT))
                    .setting("save \"\"")
                    .buildCommandArgs();
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            awaitReady(process, actual);
            return new RedisLocal(process, actual);
        } catch (IOException e) {
            throw new IllegalStateException("unable to start Redis; " + e.getMessage(), e);
        }
    }

    /** Starts a server for a test, on an empty temporary folder and a free port; it stops with the JVM. */
    public static RedisLocal temporary() {
        try {
            RedisLocal redis = start(Files.createTempDirectory("redis-local"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(redis.process::destroy, "stop-redis"));
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Redis executable, unpacked once for each user of the machine. */
    private static File executable() throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "redis-local-" + System.getProperty("user.name"));
        Path program = home.resolve("redis-server");
        if (!Files.isExecutable(program)) {
            Files.createDirectories(home);
            File unpacked = ExecutableProvider.newJarResourceProvider(
                            Files.createTempDirectory(home, "unpack").toFile())
                    .get();
            Files.move(unpacked.toPath(), program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program.toFile();
    }

    /** Waits until the server accepts connections, then reads its output in the background, so that it never blocks. */
    private static void awaitReady(Process process, int port) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        String line;
        while ((line = output.readLine()) != null) {
            text.append(line).append('\n');
            if (line.contains("Ready to accept connections")) {
                Thread.ofVirtual().name("redis-output").start(() -> follow(output));
                return;
            }
        }
        throw new IOException("it ended at once on port " + port + " with this output:\n" + text);
    }

    private static void follow(BufferedReader output) {
        try {
            String line;
            while ((line = output.readLine()) != null) {
                log.debug(line);
            }
        } catch (IOException e) {
            log.debug("the output of Redis has ended; {}", e.getMessage());
        }
    }

    public int port() {
        return port;
    }

    /** The process of the server, for a test that stops or kills it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Stops the server and waits for its end. The data stays in the folder. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd(process.toHandle());
    }

    /** Stops the orphan in this folder, if the process in the pid file is still a Redis. */
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
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
