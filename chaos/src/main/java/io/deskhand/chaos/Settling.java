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
 * Waits until nothing moves any more and all that is promised holds, or until patience ends.
 *
 * <p>Looking again hides nothing: what must never happen stays in the histories. It gives time to what must happen in the end.
 */
final class Settling {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Observer observer;
    private final Checker checker;

    /** What stood in the end, what was found in it, and how long that took. */
    record Settled(World world, List<Finding> findings, Duration took) {}

    Settling(Observer observer, Checker checker) {
        this.observer = observer;
        this.checker = checker;
    }

    /** @throws IOException if what stands could not be read at all */
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
