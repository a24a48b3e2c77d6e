package io.deskhand.realtime;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How much a process asks of Ably's REST API, so that its limit (requests a second of one app; 50 on the free plan, 500 on the standard one,
 * https://ably.com/docs/platform/pricing/limits) is not met. Every call waits for its turn; what may be left out, such as one more piece of a streaming answer, asks first how
 * long that would be, and so leaves the turns to what may not.
 *
 * <p>Non-guarantee: counted in this process alone; the limit is the sum over all.
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

    /** How long a call would wait for its turn now. */
    Duration waiting() {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /**
     * Waits for a turn, at most half a minute.
     *
     * @throws RealtimeException if there was no turn for so long, or the thread was interrupted
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
