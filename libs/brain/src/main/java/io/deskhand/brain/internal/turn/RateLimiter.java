package io.deskhand.brain.internal.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A token bucket per minute: when no model answers, not every ticket goes to the queue at once. Local to this process. Safe for many
 * threads.
 */
public final class RateLimiter {

    /** Never limits. */
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

    /** Takes a permit; false if none is left. */
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
