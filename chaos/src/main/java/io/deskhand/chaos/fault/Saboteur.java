package io.deskhand.chaos.fault;

import io.deskhand.chaos.fault.Schedule.Strike;
import io.deskhand.chaos.stack.ChaosStack;
import io.deskhand.chaos.stack.ServiceInstance;
import io.deskhand.process.LocalProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Injects faults, and ends those that last for a while. */
public final class Saboteur implements AutoCloseable {

    private static final Duration STOPPED = Duration.ofSeconds(5);
    private static final Duration READY = Duration.ofSeconds(240);

    private final ChaosStack stack;
    private final Consumer<String> announce;
    private final ExecutorService mending = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("mend-", 0).factory());
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicLong takenFrom = new AtomicLong();
    private final AtomicLong fenced = new AtomicLong();

    public Saboteur(ChaosStack stack, Consumer<String> announce) {
        this.stack = stack;
        this.announce = announce;
    }

    /** What ends a fault. */
    private interface Mending {
        void mend() throws IOException, InterruptedException;
    }

    /** Injects a fault; does not wait for its end. */
    public void strike(Strike strike) throws IOException, InterruptedException {
        int which = strike.which();
        switch (strike.fault()) {
            case KILL_BOT -> kill(victim(stack.bots(), which));
            case KILL_DESK -> kill(victim(stack.desks(), which));
            case ROLL_BOTS -> roll(stack.bots());
            case ROLL_DESKS -> roll(stack.desks());
            case PAUSE_REDIS -> pauseRedis();
            case KILL_REDIS -> killRedis();
            case DROP_CONNECTIONS -> inject("all realtime connections dropped", Map.of("fault", "dropAll"));
            case LOSE_STATE -> inject("realtime state lost: everybody has a gap", Map.of("fault", "loseState"));
            case REFUSE_CONNECTIONS -> refuse(2_000 + which * 2);
            case DELAY -> delay(100 + which, 4_000);
            case DUPLICATE -> duplicate((1 + which % 10) / 10.0, 5_000);
            case FAIL_REQUESTS -> failRequests(5 + which % 30, which % 2 == 0 ? 500 : 503);
        }
    }

    /** Any instance while all are up; else mostly one that is down or starting, so that another can take over, and sometimes the last one. */
    private static ServiceInstance victim(List<ServiceInstance> instances, int which) throws InterruptedException {
        List<ServiceInstance> down = new ArrayList<>();
        List<ServiceInstance> up = new ArrayList<>();
        for (ServiceInstance instance : instances) {
            (instance.process().isReady() ? up : down).add(instance);
        }
        boolean spare = up.isEmpty() || (!down.isEmpty() && which % 4 > 0);
        List<ServiceInstance> chosen = spare ? down : up;
        return chosen.get(which % chosen.size());
    }

    private void kill(ServiceInstance victim) throws InterruptedException {
        long served = stack.gauges().sum(victim, "deskhand_serving_tickets");
        announce.accept("kill -9 " + victim.process().name() + ", which served " + served + " tickets");
        kills.incrementAndGet();
        takenFrom.addAndGet(served);
        fenced.addAndGet(refused(victim));
        victim.process().kill();
        victim.process().start();
    }

    private void roll(List<ServiceInstance> instances) {
        announce.accept("rolling restart of "
                + instances.stream().map(instance -> instance.process().name()).toList());
        later(() -> {
            for (ServiceInstance instance : instances) {
                fenced.addAndGet(refused(instance));
                instance.process().terminate();
                instance.process().start();
                instance.process().awaitReturn(READY);
            }
        });
    }

    private long refused(ServiceInstance service) throws InterruptedException {
        return stack.gauges().sum(service, "deskhand_bot_writes_refused_total");
    }

    private void pauseRedis() throws IOException, InterruptedException {
        announce.accept("Redis stopped for " + STOPPED.toSeconds() + " s");
        stack.redis().pause();
        after(STOPPED, stack.redis()::resume);
    }

    private void killRedis() throws IOException, InterruptedException {
        announce.accept("kill -9 Redis, started again on its append-only file");
        kills.incrementAndGet();
        stack.redis().kill();
        stack.redis().start();
    }

    private void refuse(int millis) throws IOException, InterruptedException {
        inject(
                "realtime connections dropped and refused for " + millis + " ms",
                Map.of("fault", "refuse", "refusing", true));
        stack.realtime().inject(Map.of("fault", "dropAll"));
        after(Duration.ofMillis(millis), () -> stack.realtime().inject(Map.of("fault", "refuse", "refusing", false)));
    }

    private void delay(int atMost, int millis) throws IOException, InterruptedException {
        inject(
                "deliveries up to " + atMost + " ms late for " + millis + " ms",
                Map.of("fault", "delay", "atLeastMs", 10, "atMostMs", atMost));
        after(
                Duration.ofMillis(millis),
                () -> stack.realtime().inject(Map.of("fault", "delay", "atLeastMs", 0, "atMostMs", 0)));
    }

    private void duplicate(double probability, int millis) throws IOException, InterruptedException {
        inject(
                Math.round(probability * 100) + " % of deliveries doubled for " + millis + " ms",
                Map.of("fault", "duplicate", "probability", probability));
        after(Duration.ofMillis(millis), () -> stack.realtime().inject(Map.of("fault", "duplicate", "probability", 0)));
    }

    private void failRequests(int times, int status) throws IOException, InterruptedException {
        inject(
                "the next " + times + " calls to Chat fail with " + status,
                Map.of(
                        "fault",
                        "failRequests",
                        "pathPrefix",
                        "/chat",
                        "status",
                        status,
                        "code",
                        50_000,
                        "times",
                        times));
    }

    private void inject(String what, Map<String, ?> fault) throws IOException, InterruptedException {
        announce.accept(what);
        stack.realtime().inject(fault);
    }

    private void after(Duration time, Mending mending) {
        later(() -> {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            mending.mend();
        });
    }

    private void later(Mending todo) {
        mending.execute(() -> {
            try {
                todo.mend();
            } catch (IOException | RuntimeException e) {
                announce.accept("unable to mend; " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Starts what has ended by itself, as an orchestrator does in production. */
    public void reviveWhatGaveUp() {
        for (ServiceInstance service : stack.services()) {
            LocalProcess process = service.process();
            if (process.hasGivenUp()) {
                announce.accept(process.name() + " has ended by itself, started again; see " + process.name() + ".log");
                givenUp.incrementAndGet();
                process.start();
            }
        }
    }

    /** Waits for faults that end by themselves, ends all others, and brings all services back. */
    public void mendAll() throws IOException, InterruptedException {
        mending.shutdown();
        if (!mending.awaitTermination(READY.toSeconds(), TimeUnit.SECONDS)) {
            mending.shutdownNow();
        }
        stack.redis().resume();
        stack.realtime().clearFaults();
        stack.awaitReady(READY);
    }

    public int kills() {
        return kills.get();
    }

    /** How many tickets the killed instances served, which others had to take over. */
    public long takeOvers() {
        return takenFrom.get();
    }

    /** How often a service ended by itself. */
    public int givenUp() {
        return givenUp.get();
    }

    /** How many writes of the bot the fence refused, as far as the services lived to report it. */
    public long fenced() throws InterruptedException {
        long sum = fenced.get();
        for (ServiceInstance bot : stack.bots()) {
            sum += refused(bot);
        }
        return sum;
    }

    @Override
    public void close() {
        mending.shutdownNow();
    }
}
