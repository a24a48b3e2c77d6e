package io.deskhand.brain.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final RateLimiter limiter = new RateLimiter(6, () -> now);

    private long passOf(int attempts) {
        return IntStream.range(0, attempts).filter(i -> limiter.tryAcquire()).count();
    }

    @Test
    void lets_as_many_through_as_a_minute_holds_and_refills_evenly() {
        assertThat(passOf(50)).isEqualTo(6);
        now = now.plusSeconds(9);
        assertThat(passOf(50)).isZero();
        now = now.plusSeconds(1);
        assertThat(passOf(50)).isEqualTo(1);
        now = now.plusSeconds(3_600);
        assertThat(passOf(50)).isEqualTo(6);
    }

    @Test
    void a_clock_that_goes_back_lets_nobody_through_for_it() {
        assertThat(passOf(6)).isEqualTo(6);
        now = now.minusSeconds(600);
        assertThat(passOf(1)).isZero();
    }
}
