package io.deskhand.chaos;

import io.deskhand.chaos.actor.Cast;
import io.deskhand.chaos.actor.Witness;
import io.deskhand.chaos.check.Checker;
import io.deskhand.chaos.check.Testimony;
import io.deskhand.chaos.fault.FaultKind;
import io.deskhand.chaos.fault.Saboteur;
import io.deskhand.chaos.fault.Schedule;
import io.deskhand.chaos.fault.Schedule.Strike;
import io.deskhand.chaos.observe.Observer;
import io.deskhand.chaos.stack.ChaosStack;
import io.deskhand.chaos.stack.ServiceInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One run on a stack that is up: actors use it while faults are injected, then the faults end, then the checks run. */
final class ChaosRun {

    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final Duration TRAFFIC = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Settings settings;
    private final ChaosStack stack;
    private final Path logs;
    private final RunLog progress;
    private final Witness witness = new Witness();
    private final List<String> announced = new ArrayList<>();

    /** The settings of a run. */
    record Settings(
            long seed,
            int seconds,
            int customers,
            List<String> agents,
            int capacity,
            List<FaultKind> faults,
            boolean enforceDeadlines) {}

    ChaosRun(Settings settings, ChaosStack stack, Path logs, RunLog progress) {
        this.settings = settings;
        this.stack = stack;
        this.logs = logs;
        this.progress = progress;
    }

    ChaosReport play() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<Strike> strikes = Schedule.deal(Duration.ofSeconds(settings.seconds()), settings.faults(), random.split());
        Cast.Casting casting = new Cast.Casting(
                urls(stack.bots()), urls(stack.desks()), settings.customers(), settings.agents(), ChaosStack.PASSWORD);
        try (Saboteur saboteur = new Saboteur(stack, this::announce);
                Cast cast = Cast.start(casting, witness, random.split())) {
            awaitTraffic();
            progress.begin();
            breakThings(saboteur, strikes);
            progress.say("no more faults; mending");
            cast.callTheEnd();
            saboteur.mendAll();
            cast.awaitExit();
            progress.say("all services are ready, everybody has left; looking");
            return report(saboteur);
        }
    }

    /** Waits until the first customer has been answered, so that faults meet traffic. */
    private void awaitTraffic() throws InterruptedException {
        long deadline = System.nanoTime() + TRAFFIC.toNanos();
        while (witness.delays().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void announce(String fault) {
        synchronized (announced) {
            announced.add(progress.time() + " " + fault);
        }
        progress.say(fault);
    }

    private void breakThings(Saboteur saboteur, List<Strike> strikes) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Duration end = Duration.ofSeconds(settings.seconds());
        Duration told = Duration.ZERO;
        int next = 0;
        while (true) {
            Duration now = Duration.ofNanos(System.nanoTime() - began);
            if (now.compareTo(end) >= 0) {
                return;
            }
            if (next < strikes.size() && now.compareTo(strikes.get(next).at()) >= 0) {
                saboteur.strike(strikes.get(next++));
            } else if (now.minus(told).compareTo(PROGRESS) >= 0) {
                told = now;
                progress.say(soFar());
            } else {
                saboteur.reviveWhatGaveUp();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private String soFar() {
        Testimony told = witness.testimony();
        return "%d tickets, %d customer messages, %d claims, %d agent messages, %d answers waited for"
                .formatted(
                        witness.tickets().size(),
                        told.sent().size(),
                        told.claims().size(),
                        told.answers().size(),
                        witness.delays().size());
    }

    private ChaosReport report(Saboteur saboteur) throws IOException, InterruptedException {
        Observer.Places places = new Observer.Places(
                urls(stack.desks()),
                stack.realtime().port(),
                stack.realtime().key(),
                settings.agents(),
                ChaosStack.PASSWORD,
                settings.capacity());
        try (Observer observer = new Observer(places, witness, InstantSource.system())) {
            Settling settling = new Settling(observer, new Checker(GRACE, settings.enforceDeadlines()));
            Settling.Settled settled = settling.await(SETTLE);
            synchronized (announced) {
                return new ChaosReport(
                        settings.seed(),
                        settings.seconds(),
                        settled.findings(),
                        figures(settled, saboteur),
                        List.copyOf(announced),
                        witness.surprises(),
                        logs.toString());
            }
        }
    }

    private Map<String, Object> figures(Settling.Settled settled, Saboteur saboteur) throws InterruptedException {
        Testimony told = settled.world().testimony();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("tickets", settled.world().stories().size());
        figures.put("customer messages", told.sent().size());
        figures.put(
                "… acknowledged",
                told.sent().stream()
                        .filter(Testimony.CustomerSent::acknowledged)
                        .count());
        figures.put("agent messages", told.answers().size());
        figures.put("claims won", told.claims().stream().distinct().count());
        figures.put("claims lost to another", told.lost().size());
        figures.put("escalations by the button", told.escalations().size());
        figures.put("kills", saboteur.kills());
        figures.put("services that ended by themselves", saboteur.givenUp());
        figures.put("tickets taken over from the killed", saboteur.takeOvers());
        figures.put("bot writes refused by the fence", saboteur.fenced());
        List<Duration> delays = witness.delays();
        figures.put("answers waited for", delays.size());
        figures.put("first word after, median ms", quantile(delays, 0.5));
        figures.put("first word after, p99 ms", quantile(delays, 0.99));
        figures.put("settled after ms", settled.took().toMillis());
        return figures;
    }

    private static long quantile(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)))
                        .toMillis();
    }

    private static List<String> urls(List<ServiceInstance> instances) {
        return instances.stream().map(ServiceInstance::url).toList();
    }
}
