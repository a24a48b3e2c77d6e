package io.deskhand.brain.internal.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets so many through in a minute, evenly refilled: when no model answers, the queue shall not get everybody at once. Of this process alone. Safe for many
 * threads.
 */
public final class RateLimiter {

    /** Lets everybody through. */
    public static final RateLimiter UNLIMITED = new RateLimiter(Integer.MAX_VALUE, InstantSource.system());

    private static final long MINUTE = 60_000;

    private final int perMinute;
    private final InstantSource time;
    private long millis;
    private Instant refilled;

    public RateLimiter(int perMinute, InstantSource time) {
        this.perMinute = perMinute;
        this.time = time;
        this.millis = perMinute * MINUTE;
        this.refilled = time.instant();
    }

    /** Whether one more may pass now. */
    public synchronized boolean tryAcquire() {
        Instant now = time.instant();
        long since = Math.clamp(Duration.between(refilled, now).toMillis(), 0, MINUTE);
        millis = Math.min(perMinute * MINUTE, millis + since * perMinute);
        refilled = now;
        if (millis < MINUTE) {
            return false;
        }
        millis -= MINUTE;
        return true;
    }
}
