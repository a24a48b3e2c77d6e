package io.deskhand.bot.turn;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What is counted of the bot's turns. */
final class TurnMetrics {

    private final MeterRegistry meters;

    TurnMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The fence refused a write of the bot: the figure to watch is how many, each is harmless. */
    void refused(String what) {
        meters.counter("deskhand.bot.writes.refused", "write", what).increment();
    }

    void decided(String decision, Duration time) {
        meters.timer("deskhand.bot.turns", "decision", decision.toLowerCase(Locale.ROOT))
                .record(time);
    }

    /** How long after a claim the bot had stopped to work on its answer; its words end with the claim itself (G1 in docs/handoff.md). */
    void silent(Duration afterClaim) {
        meters.timer("deskhand.bot.silence.after.claim").record(afterClaim);
    }

    void retried() {
        meters.counter("deskhand.bot.turns.retried").increment();
    }
}
