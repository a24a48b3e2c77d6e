package io.deskhand.bot.customer;

import io.deskhand.ticketing.CustomerId;
import java.util.random.RandomGenerator;

/** New customers' ids, such as {@code c_8fkx…}: 130 random bits, so that nobody meets or guesses another's. */
final class CustomerIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final RandomGenerator random;

    /** @param random a secure one */
    CustomerIds(RandomGenerator random) {
        this.random = random;
    }

    CustomerId next() {
        StringBuilder id = new StringBuilder("c_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new CustomerId(id.toString());
    }
}
