package io.deskhand.bot.bots;

import io.deskhand.brain.wiring.Brains;
import io.deskhand.brain.wiring.Brains.Change;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads changed files of the bots while the service runs. A refused version is logged once, counted, and shown in the health details until its files are valid. The
 * last good version, if any, stays active.
 */
public final class BotReload implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BotReload.class);

    private final Brains brains;
    private final Duration every;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final AtomicInteger refusedNow;
    private volatile Map<String, Refused> refused = Map.of();
    private volatile String unreadable = "";
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bot-reload").factory());

    /** @param reason names every problem by file and line */
    private record Refused(String reason, Instant since) {}

    public BotReload(Brains brains, Duration every, InstantSource clock, MeterRegistry meters) {
        this.brains = brains;
        this.every = every;
        this.clock = clock;
        this.meters = meters;
        this.refusedNow = meters.gauge("deskhand.bots.refused", new AtomicInteger());
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Checks the files once. */
    void round() {
        try {
            accept(brains.refresh());
            unreadable = "";
        } catch (RuntimeException e) {
            meters.counter("deskhand.bots.reload.failed").increment();
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(unreadable)) {
                log.warn("unable to look for changed bots, all stay as they are; {}", reason);
                unreadable = reason;
            }
        }
    }

    private void accept(List<Change> changes) {
        Map<String, Refused> now = new HashMap<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Updated updated -> {
                    meters.counter("deskhand.bots.reloaded").increment();
                    log.info("bot {}: version {} is in force", updated.bot(), updated.version());
                }
                case Change.Refused broken -> now.put(broken.bot(), refused(broken));
            }
        }
        refused = Map.copyOf(now);
        refusedNow.set(now.size());
    }

    private Refused refused(Change.Refused broken) {
        String reason = String.valueOf(broken.reason().getMessage());
        Refused known = refused.get(broken.bot());
        if (known != null && known.reason().equals(reason)) {
            return known;
        }
        String meanwhile =
                brains.bot(broken.bot()).isPresent() ? "the last good version stays active" : "it is not served";
        log.warn("bot {}: its files are refused, {}; {}", broken.bot(), meanwhile, reason);
        return new Refused(reason, clock.instant());
    }

    /** The active and the refused versions by bot, in the form of JSON, for those who may read health details. */
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        Map<String, Refused> broken = refused;
        for (String id : brains.ids()) {
            brains.bot(id).ifPresent(bot -> details.put(id, facts(bot.version(), broken.get(id))));
        }
        broken.forEach((id, why) -> details.putIfAbsent(id, facts("none", why)));
        if (!unreadable.isEmpty()) {
            details.put("unreadable", unreadable);
        }
        return details;
    }

    private static Map<String, String> facts(String version, @Nullable Refused why) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", version);
        if (why != null) {
            facts.put("refused", why.reason());
            facts.put("refusedSince", why.since().toString());
        }
        return facts;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
