package io.deskhand.bot.ticket;

import io.deskhand.ticketing.id.TicketId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** New tickets' ids in the form of ULIDs: 48 bits of time, 80 random ones, in Crockford's base 32; they sort by time. */
final class TicketIds {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;

    TicketIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    TicketId next() {
        StringBuilder id = new StringBuilder();
        long millis = clock.millis();
        for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
            id.append(DIGITS.charAt((int) (millis >>> (5 * digit)) & 31));
        }
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new TicketId(id.toString());
    }
}
