package io.deskhand.bench.measure;

import io.deskhand.process.LocalProcess;
import io.deskhand.process.Ports;
import io.deskhand.process.Program;
import io.deskhand.process.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A server in a process of its own, so that its processor time and heap are separate from the clients'. */
public record BenchServer(LocalProcess process, int port) implements AutoCloseable {

    /** An Ably API key that every local server of a benchmark takes. */
    public static final String KEY = "bench.key:secret-of-the-benchmark";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The local Ably-compatible server. */
    public static BenchServer ablyLocal() throws InterruptedException {
        int port = freePort();
        return started(Program.ablyLocal(List.of("-Xmx512m", "-XX:+UseSerialGC"), port, KEY), port);
    }

    /** Mosquitto from the system's packages; empty where it is not installed. */
    public static Optional<BenchServer> mosquitto() throws Exception {
        Optional<Path> program =
                List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto").stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Path settings = Files.createTempFile("mosquitto", ".conf");
        Files.writeString(
                settings,
                "listener " + port
                        + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 0\n");
        List<String> command = List.of(program.get().toString(), "-c", settings.toString());
        return Optional.of(started(new Program("mosquitto", command), port));
    }

    public static int freePort() {
        return new Ports(new Random()).next();
    }

    private static BenchServer started(Program program, int port) throws InterruptedException {
        LocalProcess process = new LocalProcess(program, null, Readiness.port(port));
        process.start();
        process.awaitReady(PATIENCE);
        return new BenchServer(process, port);
    }

    /** Processor time used so far. */
    public Duration processorTime() {
        return process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of heap in use after a full collection. */
    public long heapInUse() throws Exception {
        return Heap.inUse(process.handle());
    }

    @Override
    public void close() throws InterruptedException {
        process.terminate();
        process.close();
    }
}
