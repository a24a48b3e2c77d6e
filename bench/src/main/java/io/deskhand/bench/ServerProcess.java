package io.deskhand.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, so that its processor time and its heap can be told from the clients'. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** ably-local, which takes this key. */
    public static ServerProcess ablyLocal(String key) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of("io.deskhand.ably.local.Main", "--port", String.valueOf(port), "--key", key));
        return start(command, port);
    }

    /** Mosquitto from the system's packages, or null where it is not installed. */
    public static @Nullable ServerProcess mosquitto() throws Exception {
        Path program =
                List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto").stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        if (program == null) {
            return null;
        }
        int port = freePort();
        Path settings = Files.createTempFile("mosquitto", ".conf");
        Files.writeString(
                settings,
                "listener " + port
                        + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 0\n");
        return start(List.of(program.toString(), "-c", settings.toString()), port);
    }

    private static ServerProcess start(List<String> command, int port) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ServerProcess server = new ServerProcess(process, port);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!server.accepts()) {
            if (System.nanoTime() > deadline || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                server.close();
                throw new IllegalStateException("unable to start " + command.getFirst());
            }
        }
        return server;
    }

    private boolean accepts() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Processor time used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of heap in use after a full collection. */
    public long heapInUse() throws Exception {
        return Heap.inUse(process);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
