package io.deskhand.brain.internal.turn;

import io.deskhand.brain.Cost;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.Price;
import io.deskhand.brain.TurnDecision.Trace;
import io.deskhand.brain.Usage;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.knowledge.Retrieval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers a turn's {@link Trace} while the turn runs. For one thread. */
public final class TurnRecord {

    private final Bot bot;
    private final InstantSource time;
    private final GuardListener guards;
    private final Instant start;
    private final List<String> rules = new ArrayList<>();
    private final Set<String> retrieved = new LinkedHashSet<>();
    private String model;
    private double evidence;
    private @Nullable Usage usage;
    private @Nullable Cost cost;
    private boolean costUnknown;

    public TurnRecord(Bot bot, String model, InstantSource time) {
        this(bot, model, time, GuardListener.NONE);
    }

    public TurnRecord(Bot bot, String model, InstantSource time, GuardListener guards) {
        this.bot = bot;
        this.model = model;
        this.time = time;
        this.guards = guards;
        this.start = time.instant();
    }

    /** Notes that a rule of policy or a fallback fired. */
    public void rule(String name) {
        rules.add(name);
    }

    /**
     * Notes that a guard acted.
     *
     * @param detail what differs from turn to turn; empty if nothing
     */
    public void guard(String name, String detail) {
        rules.add(detail.isEmpty() ? name : name + ":" + detail);
        guards.acted(bot.id(), name);
    }

    public void guard(String name) {
        guard(name, "");
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

    /**
     * Notes what a request to a model used.
     *
     * @param reported null when the model did not say
     * @param price null when it is not known
     */
    public void used(@Nullable Usage reported, @Nullable Price price) {
        if (reported == null || price == null) {
            costUnknown = true;
        } else {
            Cost more = price.of(reported);
            cost = cost == null ? more : cost.plus(more);
        }
        if (reported != null) {
            usage = usage == null ? reported : usage.plus(reported);
        }
    }

    public double evidence() {
        return evidence;
    }

    public @Nullable Usage usage() {
        return usage;
    }

    /** What is known of the cost, though the whole may not be. */
    public @Nullable Cost knownCost() {
        return cost;
    }

    public Trace trace() {
        long millis = Duration.between(start, time.instant()).toMillis();
        return new Trace(
                rules,
                evidence,
                List.copyOf(retrieved),
                PolicyLine.behind(rules, bot),
                bot.version(),
                model,
                millis,
                usage,
                costUnknown ? null : cost,
                bot.variant());
    }
}
