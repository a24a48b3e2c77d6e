package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.handoff.Browser.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutageTest {

    @Test
    @Timeout(60)
    void without_its_store_the_service_says_so_soon_and_signing_in_still_works() {
        try (DeskStack desk = new DeskStack()) {
            Browser anna = desk.signedIn("anna");
            desk.redis.close();

            long began = System.nanoTime();
            Answer answer = anna.get("/api/tickets?view=inbox");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.response().body()).doesNotContain("redis", "Redis", "Exception");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(anna.get("/api/session").status()).isEqualTo(200);
            assertThat(anna.get("/actuator/health").status()).isEqualTo(503);
        }
    }

    @Test
    void a_missing_secret_stops_the_start_and_says_what_to_set() {
        assertThatThrownBy(() -> new DeskStack("--deskhand.secret="))
                .rootCause()
                .hasMessageContaining("set DESKHAND_SECRET");
    }
}
