package io.deskhand.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Rate limiter: n requests a minute for each key, such as a network address, with bursts of up to n.
 *
 * <p>Non-guarantee: it counts this process alone, for at most {@value #KEYS} keys; those not seen for longest are forgotten first.
 */
public final class RequestLimit {

    private static final int KEYS = 100_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    public RequestLimit(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.time = new ClockMeter(clock);
    }

    /**
     * Counts a request.
     *
     * @return empty if it may go on, else how long to wait
     */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Returns a token: the request turned out not to be of the limited kind. */
    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
