package io.deskhand.chaos.actor;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the run, which actors notice while they wait. */
public final class Ending {

    private final CountDownLatch latch = new CountDownLatch(1);

    /** Waits, and returns whether the end has come meanwhile. */
    public boolean comesWithin(Duration time) throws InterruptedException {
        return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean hasCome() {
        return latch.getCount() == 0;
    }

    public void come() {
        latch.countDown();
    }
}
