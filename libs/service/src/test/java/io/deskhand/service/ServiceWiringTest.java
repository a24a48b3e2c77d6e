package io.deskhand.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceWiringTest {

    @Test
    void a_redis_that_was_long_away_is_looked_for_every_second() {
        DefaultClientResources.Builder resources = DefaultClientResources.builder();
        new ServiceWiring().quickReconnect().customize(resources);
        DefaultClientResources built = resources.build();
        try {
            Delay delay = built.reconnectDelay();
            assertThat(delay.createDelay(1)).isLessThanOrEqualTo(Duration.ofMillis(10));
            assertThat(delay.createDelay(50)).isEqualTo(Duration.ofSeconds(1));
        } finally {
            built.shutdown(0, 0, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
