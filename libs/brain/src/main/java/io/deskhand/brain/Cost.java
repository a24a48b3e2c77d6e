package io.deskhand.brain;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount of money. An unknown cost is null, never an amount of 0. */
public record Cost(BigDecimal amount, Currency currency) {

    /** @throws IllegalArgumentException if the currencies differ: nothing is converted here */
    public Cost plus(Cost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("unable to add costs; " + currency + " is not " + other.currency);
        }
        return new Cost(amount.add(other.amount), currency);
    }
}
