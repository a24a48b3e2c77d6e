package io.deskhand.ably.local.sources;

import java.time.Duration;

/** Runs things later, on the thread that owns the server's state. */
public interface Timers {

    /** A thing that will run unless cancelled before. */
    interface Pending {
        void cancel();
    }

    Pending after(Duration delay, Runnable task);
}
