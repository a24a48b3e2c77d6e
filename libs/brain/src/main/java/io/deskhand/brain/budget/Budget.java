package io.deskhand.brain.budget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much may be spent on models: on one ticket, on one customer in a day, and by one bot in a day. */
public record Budget(Allowance ticket, Allowance customerDay, Allowance day) {

    public static final Budget UNLIMITED = new Budget(Allowance.ANY, Allowance.ANY, Allowance.ANY);

    /**
     * Limits that hold together; null: no such limit.
     *
     * @param turns most turns that ask a model
     * @param tokens most tokens, read and written
     * @param money most money, in the currency of the prices; of models without a price nothing is counted
     */
    public record Allowance(
            @Nullable Long turns,
            @Nullable Long tokens,
            @Nullable BigDecimal money) {

        static final Allowance ANY = new Allowance(null, null, null);

        /** The first limit that is reached. */
        Optional<String> reached(Spent spent) {
            if (turns != null && spent.turns() >= turns) {
                return Optional.of("turns");
            }
            if (tokens != null && spent.tokens() >= tokens) {
                return Optional.of("tokens");
            }
            return money != null && spent.money().compareTo(money) >= 0 ? Optional.of("money") : Optional.empty();
        }
    }

    /**
     * A limit that is reached.
     *
     * @param limit "turns", "tokens" or "money"
     */
    public record Exhausted(Account.Scope scope, String limit) {

        /** Its name in a trace, such as {@code budget:customer_day.tokens}. */
        public String rule() {
            return "budget:" + scope.name().toLowerCase(Locale.ROOT) + "." + limit;
        }
    }

    /** Returns whether there is nothing to count. */
    public boolean unlimited() {
        return equals(UNLIMITED);
    }

    /** The narrowest limit that is reached. */
    public Optional<Exhausted> exhausted(List<Account> accounts, List<Spent> spent) {
        for (int i = 0; i < accounts.size(); i++) {
            Account.Scope scope = accounts.get(i).scope();
            Optional<String> limit = allowance(scope).reached(spent.get(i));
            if (limit.isPresent()) {
                return Optional.of(new Exhausted(scope, limit.get()));
            }
        }
        return Optional.empty();
    }

    private Allowance allowance(Account.Scope scope) {
        return switch (scope) {
            case TICKET -> ticket;
            case CUSTOMER_DAY -> customerDay;
            case DAY -> day;
        };
    }
}
