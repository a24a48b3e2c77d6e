package io.deskhand.brain.internal.llm;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.budget.Account;
import io.deskhand.brain.budget.Budget;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.budget.Spent;
import io.deskhand.brain.internal.turn.TurnContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The budgets of a turn: checked and debited with the turn before a model is asked, debited with tokens and money after it. For one turn. */
public final class TokenBudget {

    private static final Logger LOG = LoggerFactory.getLogger(TokenBudget.class);

    private final Budget budget;
    private final Spending spending;
    private final TurnContext turn;
    private final List<Account> accounts;

    public TokenBudget(Bot bot, Spending spending, TurnContext turn) {
        this.budget = bot.budget();
        this.spending = spending;
        this.turn = turn;
        this.accounts = Account.of(bot.id(), turn.request());
    }

    /** The exhausted limit, if there is one; otherwise the turn is counted. */
    public Optional<Budget.Exhausted> open() {
        if (budget.unlimited()) {
            return Optional.empty();
        }
        Optional<Budget.Exhausted> exhausted = budget.exhausted(accounts, spending.spent(accounts));
        if (exhausted.isEmpty()) {
            spending.add(accounts, Spent.ONE_TURN);
        }
        return exhausted;
    }

    /** Debits what the turn used. The customer has the reply already, so an unreachable store only causes a warning. */
    public void settle() {
        Spent spent = Spent.of(turn.record().usage(), turn.record().knownCost());
        if (budget.unlimited() || spent.equals(Spent.NOTHING)) {
            return;
        }
        try {
            spending.add(accounts, spent);
        } catch (RuntimeException e) {
            LOG.warn(
                    "unable to count what a turn in ticket {} used; {}",
                    turn.request().ticket(),
                    e.toString());
        }
    }
}
