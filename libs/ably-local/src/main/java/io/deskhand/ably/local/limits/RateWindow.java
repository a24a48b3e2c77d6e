package io.deskhand.ably.local.limits;

/** Counts what happens in each second of the clock. */
final class RateWindow {
    private static final long WINDOW_MS = 1_000;

    private long window = Long.MIN_VALUE;
    private long used;

    /** Adds to the present second and says whether it stays within the limit; what is refused does not count. */
    boolean take(long amount, long limit, long now) {
        roll(now);
        if (used + amount > limit) {
            return false;
        }
        used += amount;
        return true;
    }

    /** Adds to the present second without a limit and returns its total. */
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
