package io.deskhand.bot.turn;

import io.deskhand.brain.Cost;
import io.deskhand.brain.TurnDecision.Trace;
import io.deskhand.brain.Usage;
import java.util.HashMap;
import java.util.Map;

/** How a decision came about, as the log keeps it and agents see it (docs/api.md, entries of the bot). */
final class DecisionData {

    private DecisionData() {}

    static Map<String, Object> of(String outcome, Trace trace) {
        Map<String, Object> data = new HashMap<>();
        data.put("outcome", outcome);
        data.put("rules", trace.rules());
        data.put("evidence", trace.evidence());
        data.put("retrieved", trace.retrieved());
        data.put("policy", trace.policy());
        data.put("promptVersion", trace.promptVersion());
        data.put("variant", trace.variant());
        data.put("model", trace.model());
        data.put("millis", trace.millis());
        Usage usage = trace.usage();
        if (usage != null) {
            data.put("inputTokens", usage.inputTokens());
            data.put("outputTokens", usage.outputTokens());
        }
        Cost cost = trace.cost();
        if (cost != null) {
            // As text, so that no reader makes a binary fraction of it.
            data.put("cost", cost.amount().toPlainString());
            data.put("currency", cost.currency().getCurrencyCode());
        }
        return data;
    }
}
