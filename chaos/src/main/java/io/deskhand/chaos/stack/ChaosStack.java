package io.deskhand.chaos.stack;

import io.deskhand.bot.BotService;
import io.deskhand.handoff.HandoffService;
import io.deskhand.process.LocalProcess;
import io.deskhand.process.Ports;
import io.deskhand.process.Program;
import io.deskhand.process.Readiness;
import io.deskhand.process.RedisProcess;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Redis, the realtime server and two instances of each service, each in a process of its own. Closing it kills all of them at once, in whatever state they are. */
public final class ChaosStack implements AutoCloseable {

    /** What agents sign in with. */
    public static final String PASSWORD = "chaos";

    private static final String METRICS_TOKEN = "metrics-of-a-chaos-run";
    private static final String ABLY_KEY = "chaos.key:secret-of-a-chaos-run-000000000";
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int INSTANCES = 2;

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<ServiceInstance> bots = new ArrayList<>();
    private final List<ServiceInstance> desks = new ArrayList<>();
    private final Ports ports = new Ports(new SecureRandom());
    private final Settings settings;
    private final RedisProcess redis;
    private final LocalProcess realtimeProcess;
    private final RealtimeServer realtime;
    private boolean closed;

    /**
     * What to start with.
     *
     * @param logs folder for the processes' output
     * @param data folder for Redis
     * @param prompts folder with the bots
     * @param agents who may sign in
     * @param capacity the most tickets that an agent may own at once
     */
    public record Settings(Path logs, Path data, Path prompts, Fsync fsync, List<String> agents, int capacity) {}

    /** Chooses ports; nothing runs yet. */
    public ChaosStack(Settings settings) {
        this.settings = settings;
        redis = add(new RedisProcess(settings.data().resolve("redis"), ports.next(), settings.fsync()));
        int port = ports.next();
        realtimeProcess = add(new LocalProcess(
                Program.ablyLocal(jvm("384m"), port, ABLY_KEY, "--faults"),
                log("realtime"),
                Readiness.http(http, URI.create("http://127.0.0.1:" + port + "/_local/state"))));
        realtime = new RealtimeServer(port, ABLY_KEY, http);
        for (int i = 1; i <= INSTANCES; i++) {
            desks.add(service("desk-" + i, HandoffService.class, "192m"));
            bots.add(service("bot-" + i, BotService.class, "256m"));
        }
    }

    private static List<String> jvm(String heap) {
        return Stream.concat(Stream.of("-Xmx" + heap), JVM.stream()).toList();
    }

    /** Starts everything and waits until all is ready. */
    public void start(Consumer<String> progress) throws InterruptedException {
        progress.accept("starting Redis, appendfsync " + settings.fsync().name().toLowerCase(Locale.ROOT));
        redis.start();
        progress.accept("starting the realtime server");
        realtimeProcess.start();
        realtimeProcess.awaitReady(PATIENCE);
        progress.accept("starting " + INSTANCES + " bot-services and " + INSTANCES + " handoff-services");
        awaitReady(PATIENCE);
    }

    private ServiceInstance service(String name, Class<?> application, String heap) {
        int port = ports.next();
        String url = "http://127.0.0.1:" + port;
        String[] arguments = new ServiceSettings(settings, redis.uri(), ABLY_KEY, realtime.port(), METRICS_TOKEN)
                .arguments(port)
                .toArray(String[]::new);
        LocalProcess process = add(new LocalProcess(
                Program.java(name, jvm(heap), application.getName(), arguments),
                log(name),
                Readiness.http(http, URI.create(url + "/actuator/health/readiness"))));
        return new ServiceInstance(process, url);
    }

    private Path log(String name) {
        return settings.logs().resolve(name + ".log");
    }

    private synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Starts the services that do not run, and waits until all are ready. */
    public void awaitReady(Duration patience) throws InterruptedException {
        for (ServiceInstance service : services()) {
            service.process().start();
        }
        for (ServiceInstance service : services()) {
            service.process().awaitReady(patience);
        }
    }

    public RedisProcess redis() {
        return redis;
    }

    public RealtimeServer realtime() {
        return realtime;
    }

    public List<ServiceInstance> bots() {
        return List.copyOf(bots);
    }

    public List<ServiceInstance> desks() {
        return List.copyOf(desks);
    }

    public List<ServiceInstance> services() {
        return Stream.concat(desks.stream(), bots.stream()).toList();
    }

    public Gauges gauges() {
        return new Gauges(http, METRICS_TOKEN);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        IllegalStateException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others are ended too: no process may outlive the run.
                var failed = new IllegalStateException("unable to end a part of the stack; " + e.getMessage(), e);
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
