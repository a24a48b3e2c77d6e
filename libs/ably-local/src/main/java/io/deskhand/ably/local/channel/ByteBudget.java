package io.deskhand.ably.local.channel;

/** Counts the bytes that one kind of data takes in an app, and runs a clean-up above the limit. */
final class ByteBudget {
    private final long most;
    private final Runnable onExceeded;
    private long used;

    ByteBudget(long most, Runnable onExceeded) {
        this.most = most;
        this.onExceeded = onExceeded;
    }

    void add(long bytes) {
        used += bytes;
        if (bytes > 0 && used > most) {
            onExceeded.run();
        }
    }

    /** Bytes to free until the use is 10 % below the limit. */
    long surplus() {
        return used - most + most / 10;
    }
}
