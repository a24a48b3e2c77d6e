package io.deskhand.ably.local.channel;

/** How many bytes things of one kind take together in an app, and what happens when they are too many. */
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

    /** Bytes to free until there is some room again. */
    long surplus() {
        return used - most + most / 10;
    }
}
