package io.deskhand.evals.metric;

import io.deskhand.evals.score.MetricId;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a run.
 *
 * @param n how much was observed; trials of one case count as one
 * @param value null when nothing was observed
 * @param interval null for figures that are no share, or without observations
 */
public record Metric(
        MetricId id,
        double n,
        @Nullable Double value,
        @Nullable Interval interval) {

    public boolean measured() {
        return value != null;
    }
}
