package io.deskhand.ably.local;

import io.deskhand.ably.local.sources.Timers;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Timers on the one event loop. */
record VertxTimers(Vertx vertx) implements Timers {

    @Override
    public Pending after(Duration delay, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }
}
