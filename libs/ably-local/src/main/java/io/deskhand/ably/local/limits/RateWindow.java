package io.deskhand.ably.local.limits;

/** A fixed-window counter of one second. */
final class RateWindow {
    private static final long WINDOW_MS = 1_000;

    private long window = Long.MIN_VALUE;
    private long used;

    /** Adds to the current window unless that exceeds the limit, and returns whether it added. */
    boolean take(long amount, long limit, long now) {
        roll(now);
        if (used + amount > limit) {
            return false;
        }
        used += amount;
        return true;
    }

    /** Adds to the current window and returns its total. */
    long count(long amount, long now) {
        roll(now);
        used += amount;
        return used;
    }

    private void roll(long now) {
        long current = Math.floorDiv(now, WINDOW_MS);
        if (current != window) {
            window = current;
            used = 0;
        }
    }
}
