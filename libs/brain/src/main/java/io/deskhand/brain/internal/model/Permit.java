package io.deskhand.brain.internal.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** A circuit breaker's permission for one turn. Exactly one outcome is reported: success, failure, or release when the turn was cut. For one thread. */
public final class Permit implements AutoCloseable {

    private final CircuitBreaker breaker;
    private final InstantSource time;
    private final Instant start;
    private final boolean granted;
    private boolean told;

    Permit(CircuitBreaker breaker, InstantSource time) {
        this.breaker = breaker;
        this.time = time;
        this.start = time.instant();
        this.granted = breaker.tryAcquirePermission();
    }

    /** Opens when half of the last ten turns failed (at least four); tries again after fifteen seconds with two turns. */
    static CircuitBreaker breaker(String name, InstantSource time) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(time.withZone(ZoneOffset.UTC))
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(4)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(15))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    public boolean granted() {
        return granted;
    }

    public void succeeded() {
        if (granted && !told) {
            told = true;
            breaker.onSuccess(spent(), TimeUnit.MILLISECONDS);
        }
    }

    public void failed(ModelFailure failure) {
        if (granted && !told) {
            told = true;
            breaker.onError(spent(), TimeUnit.MILLISECONDS, new IllegalStateException(failure.name()));
        }
    }

    @Override
    public void close() {
        if (granted && !told) {
            told = true;
            breaker.releasePermission();
        }
    }

    private long spent() {
        return Duration.between(start, time.instant()).toMillis();
    }
}
