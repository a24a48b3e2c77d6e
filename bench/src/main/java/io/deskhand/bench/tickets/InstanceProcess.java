package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Heap;
import io.deskhand.process.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of {@link InstanceMain}. */
final class InstanceProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private volatile long following;
    private volatile boolean ended;

    private InstanceProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns once it is ready to begin. */
    static InstanceProcess start(String name, int redisPort, int realtimePort, Duration lease) throws IOException {
        Process process = Program.java(
                        name,
                        List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                        InstanceMain.class.getName(),
                        name,
                        String.valueOf(redisPort),
                        String.valueOf(realtimePort),
                        String.valueOf(lease.toMillis()))
                .builder()
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + name));
        InstanceProcess instance = new InstanceProcess(process);
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

    /** Waits until it serves this number of tickets and has read all their rooms. */
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
        return Heap.inUse(process.toHandle());
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
