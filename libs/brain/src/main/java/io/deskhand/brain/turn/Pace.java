package io.deskhand.brain.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets so many through in a minute, evenly refilled: when no model answers, the queue shall not get everybody at once. Of this process alone. Safe for many
 * threads.
 */
public final class Pace {

    /** Lets everybody through. */
    public static final Pace UNLIMITED = new Pace(Integer.MAX_VALUE, InstantSource.system());

    private final int perMinute;
    private final InstantSource time;
    private double left;
    private Instant refilled;

    public Pace(int perMinute, InstantSource time) {
        this.perMinute = perMinute;
        this.time = time;
        this.left = perMinute;
        this.refilled = time.instant();
    }

    /** Whether one more may pass now. */
    public synchronized boolean take() {
        Instant now = time.instant();
        double minutes = Math.max(0, Duration.between(refilled, now).toMillis() / 60_000.0);
        left = Math.min(perMinute, left + minutes * perMinute);
        refilled = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
