package io.deskhand.realtime;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Rate limiter for Ably's REST API, which limits requests a second for each app: 50 on the free plan, 500 on the standard one
 * (https://ably.com/docs/platform/pricing/limits). Every call waits for a token. A caller that may skip a call, such as an update of a streaming answer, asks first how long
 * the wait would be.
 *
 * <p>Non-guarantee: it counts this process alone; the app's limit is for all processes together.
 */
final class RestRate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bucket bucket;

    RestRate(int perSecond) {
        int atOnce = Math.max(1, perSecond / 5); // in no second more than a fifth above the rate
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** How long a call would wait for a token now. */
    Duration waiting() {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /**
     * Waits for a token, at most half a minute.
     *
     * @throws RealtimeException if no token came in time, or the thread was interrupted
     */
    void await() {
        try {
            if (!bucket.asBlocking().tryConsume(1, PATIENCE)) {
                throw new RealtimeException(
                        "unable to ask Ably; too much was asked for " + PATIENCE.toSeconds() + " s", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealtimeException("unable to ask Ably; interrupted", e);
        }
    }
}
