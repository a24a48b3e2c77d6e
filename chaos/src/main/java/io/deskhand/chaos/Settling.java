package io.deskhand.chaos;

import io.deskhand.chaos.check.Checker;
import io.deskhand.chaos.check.Finding;
import io.deskhand.chaos.check.World;
import io.deskhand.chaos.observe.Observer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits until nothing changes any more and all checks pass, or until the time is over.
 *
 * <p>A repeat hides nothing: what must never happen stays in the histories. What must happen eventually gets its time.
 */
final class Settling {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Observer observer;
    private final Checker checker;

    /** The last observation, its findings, and how long that took. */
    record Settled(World world, List<Finding> findings, Duration took) {}

    Settling(Observer observer, Checker checker) {
        this.observer = observer;
        this.checker = checker;
    }

    /** @throws IOException if the rooms could not be read */
    Settled await(Duration patience) throws IOException, InterruptedException {
        long began = System.nanoTime();
        World before = observer.look();
        while (true) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            World now = observer.look();
            List<Finding> findings = checker.check(now);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            boolean quiet = now.stories().equals(before.stories());
            if ((quiet && findings.stream().allMatch(Finding::passes)) || took.compareTo(patience) > 0) {
                return new Settled(now, findings, took);
            }
            before = now;
        }
    }
}
