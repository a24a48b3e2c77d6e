package io.deskhand.brain;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a model costs.
 *
 * @param input for a million tokens that it reads
 * @param output for a million tokens that it writes
 */
public record Price(BigDecimal input, BigDecimal output, Currency currency) {

    private static final int MILLION = 6;

    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("unable to price a model; a price is negative");
        }
    }

    /** Exact, without rounding. */
    public Cost of(Usage usage) {
        BigDecimal amount = input.multiply(BigDecimal.valueOf(usage.inputTokens()))
                .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())))
                .movePointLeft(MILLION);
        return new Cost(amount.stripTrailingZeros(), currency);
    }
}
