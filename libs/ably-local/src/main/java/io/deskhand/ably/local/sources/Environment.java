package io.deskhand.ably.local.sources;

import java.time.InstantSource;

/**
 * The clock, the timers and the source of ids, which tests replace.
 *
 * @param clock all times
 * @param timers everything that happens later
 * @param ids all generated identifiers
 */
public record Environment(InstantSource clock, Timers timers, RandomIds ids) {

    /** The current time, ms since the epoch. */
    public long now() {
        return clock.millis();
    }
}
