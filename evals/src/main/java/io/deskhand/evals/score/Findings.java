package io.deskhand.evals.score;

import java.util.ArrayList;
import java.util.List;

/** What the scorers of one case collect. */
final class Findings {

    private final List<CheckResult> checks = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();

    void check(int turn, String name, Verdict verdict) {
        checks.add(new CheckResult(turn, name, verdict));
    }

    void observe(MetricId metric, boolean hit) {
        observations.add(Observation.yes(metric, hit));
    }

    void observe(MetricId metric, double hits, double of) {
        if (of > 0) {
            observations.add(new Observation(metric, hits, of));
        }
    }

    List<CheckResult> checks() {
        return checks;
    }

    List<Observation> observations() {
        return observations;
    }
}
