package io.deskhand.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:30:00Z"));
    private final RequestLimit limit = new RequestLimit(3, now::get);

    @Test
    void so_many_at_once_and_then_one_by_one_as_time_goes_by() {
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).contains(Duration.ofSeconds(20));

        now.updateAndGet(time -> time.plusSeconds(20));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isPresent();
    }

    @Test
    void everybody_has_a_limit_of_their_own() {
        for (int i = 0; i < 4; i++) {
            limit.take("a");
        }

        assertThat(limit.take("b")).isEmpty();
    }

    @Test
    void what_is_given_back_can_be_taken_again_but_no_more_than_that() {
        limit.take("a");
        limit.giveBack("a");
        limit.giveBack("a");

        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isPresent();
    }
}
