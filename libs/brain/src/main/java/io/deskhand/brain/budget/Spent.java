package io.deskhand.brain.budget;

import io.deskhand.brain.Cost;
import io.deskhand.brain.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of turns, tokens and money.
 *
 * @param turns turns that asked a model
 * @param tokens read and written
 * @param money in the one currency of the configured prices, exact to 9 decimals; costs that are not known are not in it
 */
public record Spent(long turns, long tokens, BigDecimal money) {

    /** Decimals of money that are kept. */
    public static final int DECIMALS = 9;

    public static final Spent NOTHING = new Spent(0, 0, BigDecimal.ZERO);
    public static final Spent ONE_TURN = new Spent(1, 0, BigDecimal.ZERO);

    /** The tokens and the money of a turn that has been counted already. */
    public static Spent of(@Nullable Usage usage, @Nullable Cost cost) {
        return new Spent(0, usage == null ? 0 : usage.tokens(), cost == null ? BigDecimal.ZERO : cost.amount());
    }

    public Spent plus(Spent other) {
        return new Spent(turns + other.turns, tokens + other.tokens, money.add(other.money));
    }
}
