package io.deskhand.bot.turn;

import io.deskhand.brain.Cost;
import io.deskhand.brain.PendingCall;
import io.deskhand.brain.TurnDecision.Trace;
import io.deskhand.brain.Usage;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.BotDecision.PendingToolCall;
import io.deskhand.ticketing.log.BotDecision.Tokens;
import org.jspecify.annotations.Nullable;

/** Maps the trace of the brain's decision to the log's form. */
final class BotDecisions {

    private BotDecisions() {}

    static BotDecision of(Outcome outcome, Trace trace) {
        return of(outcome, trace, null);
    }

    /** @param pending the call that the bot asks the customer to confirm; null for none */
    static BotDecision of(Outcome outcome, Trace trace, @Nullable PendingCall pending) {
        return new BotDecision(
                outcome,
                trace.rules(),
                trace.evidence(),
                trace.retrieved(),
                trace.policy(),
                trace.promptVersion(),
                trace.variant(),
                trace.model(),
                trace.millis(),
                tokens(trace.usage()),
                cost(trace.cost()),
                pending == null ? null : new PendingToolCall(pending.tool(), pending.arguments(), pending.turn()),
                null);
    }

    private static @Nullable Tokens tokens(@Nullable Usage usage) {
        return usage == null ? null : new Tokens(usage.inputTokens(), usage.outputTokens());
    }

    private static BotDecision.@Nullable Cost cost(@Nullable Cost cost) {
        return cost == null
                ? null
                : new BotDecision.Cost(
                        cost.amount().toPlainString(), cost.currency().getCurrencyCode());
    }
}
