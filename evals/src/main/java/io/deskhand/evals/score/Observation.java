package io.deskhand.evals.score;

/**
 * What a case adds to a metric.
 *
 * @param of how much there was to get right, or to count
 * @param hits how much of it was got right, or happened
 */
public record Observation(MetricId metric, double hits, double of) {

    static Observation yes(MetricId metric, boolean hit) {
        return new Observation(metric, hit ? 1 : 0, 1);
    }
}
