package io.deskhand.brain.bot;

import io.deskhand.brain.budget.Budget;
import io.deskhand.brain.budget.Budget.Allowance;
import tools.jackson.databind.JsonNode;

/** Reads {@code budget} of {@code bot.yaml}; what is not written there is not limited. */
final class BudgetReader {

    private BudgetReader() {}

    static Budget read(JsonNode node) {
        return new Budget(
                allowance(node.path("ticket")), allowance(node.path("customer_day")), allowance(node.path("day")));
    }

    private static Allowance allowance(JsonNode node) {
        return new Allowance(
                node.has("turns") ? (Long) node.path("turns").asLong() : null,
                node.has("tokens") ? (Long) node.path("tokens").asLong() : null,
                node.has("money") ? node.path("money").asDecimal() : null);
    }
}
