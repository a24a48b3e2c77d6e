package io.deskhand.ably.local.sources;

import java.time.Duration;

/** Schedules tasks on the thread that owns the server's state. */
public interface Timers {

    /** A scheduled task that can be cancelled. */
    interface Pending {
        void cancel();
    }

    Pending after(Duration delay, Runnable task);
}
