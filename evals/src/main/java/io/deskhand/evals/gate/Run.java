package io.deskhand.evals.gate;

import io.deskhand.evals.metric.Metric;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run, judged case by case.
 *
 * @param startedAt the only thing in which two runs over the same files differ
 * @param model "extractive" or the model's name
 * @param filter the selection, as text for people; empty means everything
 * @param scores in the order of the files
 */
public record Run(
        Instant startedAt, String model, String filter, List<CaseScore> scores, Map<MetricId, Metric> metrics) {

    public Run {
        scores = List.copyOf(scores);
    }

    /** Whether all suites were played. */
    public boolean whole() {
        return filter.isEmpty();
    }

    public long count(Class<? extends Verdict> kind) {
        return scores.stream().filter(score -> kind.isInstance(score.verdict())).count();
    }

    /** A figure; unmeasured figures are there, without a value. */
    public Metric metric(MetricId id) {
        Metric metric = metrics.get(id);
        if (metric == null) {
            throw new IllegalStateException("unable to report; there is no figure " + id.key());
        }
        return metric;
    }
}
