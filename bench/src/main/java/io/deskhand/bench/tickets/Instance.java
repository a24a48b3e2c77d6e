package io.deskhand.bench.tickets;

import io.deskhand.bench.Heap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of {@link InstanceMain}. */
final class Instance implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private volatile long following;
    private volatile boolean ended;

    private Instance(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns once it is ready to begin. */
    static Instance start(String name, int redisPort, int realtimePort, Duration lease) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceMain.class.getName(),
                        name,
                        String.valueOf(redisPort),
                        String.valueOf(realtimePort),
                        String.valueOf(lease.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + name));
        Instance instance = new Instance(process);
        if (!"ready".equals(instance.output.readLine())) {
            throw new IllegalStateException("unable to start an instance");
        }
        return instance;
    }

    /** Lets it serve. */
    void begin() throws IOException {
        Thread.ofVirtual().start(this::follow);
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    private void follow() {
        try {
            String line;
            while ((line = output.readLine()) != null) {
                following = Long.parseLong(line);
            }
        } catch (IOException e) {
            following = 0;
        } finally {
            ended = true;
        }
    }

    /** Waits until it serves so many tickets and has read all their rooms. */
    void awaitFollowing(long tickets, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (following < tickets) {
            if (ended || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "unable to measure; an instance follows " + following + " of " + tickets + " rooms");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    long heapInUse() throws Exception {
        return Heap.inUse(process);
    }

    /** Ends it at once, as a crash does: it gives nothing back. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
