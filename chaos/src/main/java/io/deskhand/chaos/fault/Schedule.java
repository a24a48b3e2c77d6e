package io.deskhand.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which fault comes when: all of it follows from the random source. Every kind comes once before any comes again. */
public final class Schedule {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int LONGEST_PAUSE_MILLIS = 5_000;
    private static final int SHORTEST_PAUSE_MILLIS = 1_500;

    private Schedule() {}

    /**
     * One fault.
     *
     * @param at since the beginning of the play
     * @param which a number that chooses the victim, or how strong it is
     */
    public record Strike(Duration at, FaultKind fault, int which) {}

    /**
     * Deals faults over a time.
     *
     * @param faults the kinds to choose from; none = a run without any
     */
    public static List<Strike> deal(Duration length, List<FaultKind> faults, SplittableRandom random) {
        List<Strike> strikes = new ArrayList<>();
        List<FaultKind> deck = new ArrayList<>();
        Duration at = WARM_UP;
        while (!faults.isEmpty() && at.compareTo(length) < 0) {
            if (deck.isEmpty()) {
                deck.addAll(faults);
            }
            FaultKind fault = deck.remove(random.nextInt(deck.size()));
            strikes.add(new Strike(at, fault, random.nextInt(1_000)));
            at = at.plusMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        }
        return strikes;
    }
}
