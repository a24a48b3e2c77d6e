package io.deskhand.ably.local.channel;

/** How many bytes the histories of an app take together, and what happens when they are too many. */
final class HistoryBudget {
    private final long most;
    private final Runnable onExceeded;
    private long used;

    HistoryBudget(long most, Runnable onExceeded) {
        this.most = most;
        this.onExceeded = onExceeded;
    }

    void add(long bytes) {
        used += bytes;
        if (bytes > 0 && used > most) {
            onExceeded.run();
        }
    }

    /** Bytes to free until there is some room again. */
    long surplus() {
        return used - most + most / 10;
    }
}
