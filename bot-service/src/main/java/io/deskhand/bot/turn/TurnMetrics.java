package io.deskhand.bot.turn;

import io.deskhand.brain.Cost;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Metrics of the bot's turns. */
final class TurnMetrics {

    private final MeterRegistry meters;

    TurnMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The fence refused a write of the bot. Each refusal is harmless; watch the rate. */
    void refused(String what) {
        meters.counter("deskhand.bot.writes.refused", "write", what).increment();
    }

    void decided(TurnDecision decision, Duration time) {
        String name = decision.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.timer("deskhand.bot.turns", "decision", name).record(time);
        String model = decision.trace().model();
        Usage usage = decision.trace().usage();
        if (usage != null) {
            meters.counter("deskhand.bot.tokens", "model", model, "direction", "input")
                    .increment(usage.inputTokens());
            meters.counter("deskhand.bot.tokens", "model", model, "direction", "output")
                    .increment(usage.outputTokens());
        }
        Cost cost = decision.trace().cost();
        if (cost != null) {
            meters.counter("deskhand.bot.cost", "currency", cost.currency().getCurrencyCode())
                    .increment(cost.amount().doubleValue());
        }
    }

    /** How long after a claim the bot had stopped to work on its answer; its words end with the claim itself (G1 in docs/handoff.md). */
    void silent(Duration afterClaim) {
        meters.timer("deskhand.bot.silence.after.claim").record(afterClaim);
    }

    void retried() {
        meters.counter("deskhand.bot.turns.retried").increment();
    }
}
