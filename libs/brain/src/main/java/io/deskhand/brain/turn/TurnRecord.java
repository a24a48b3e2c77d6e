package io.deskhand.brain.turn;

import io.deskhand.brain.Decision.Trace;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.knowledge.Retrieval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers a turn's {@link Trace} while the turn runs. For one thread. */
public final class TurnRecord {

    private final Bot bot;
    private final InstantSource time;
    private final Instant start;
    private final List<String> rules = new ArrayList<>();
    private final Set<String> retrieved = new LinkedHashSet<>();
    private String model;
    private double evidence;

    public TurnRecord(Bot bot, String model, InstantSource time) {
        this.bot = bot;
        this.model = model;
        this.time = time;
        this.start = time.instant();
    }

    /** Notes that a rule of policy, a guard or a fallback fired. */
    public void rule(String name) {
        rules.add(name);
    }

    /** Notes a search; a turn may have several. */
    public void retrieved(Retrieval retrieval) {
        evidence = Math.max(evidence, retrieval.evidence());
        retrieved.addAll(retrieval.articleIds());
    }

    /** Notes that another model took over. */
    public void model(String name) {
        model = name;
    }

    public double evidence() {
        return evidence;
    }

    public Trace trace() {
        long millis = Duration.between(start, time.instant()).toMillis();
        return new Trace(rules, evidence, List.copyOf(retrieved), bot.version(), model, millis, bot.variant());
    }
}
