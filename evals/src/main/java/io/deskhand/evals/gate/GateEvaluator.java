package io.deskhand.evals.gate;

import io.deskhand.evals.gate.Baseline.Comparison;
import io.deskhand.evals.gate.GateCheck.Status;
import io.deskhand.evals.gate.Gates.Bound;
import io.deskhand.evals.metric.Interval;
import io.deskhand.evals.metric.Metric;
import io.deskhand.evals.score.MetricId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds a run against the gates. */
public final class GateEvaluator {

    private GateEvaluator() {}

    /**
     * @param baseline null when nothing has been blessed yet
     * @return every rule, in the order of gates.yaml
     */
    public static List<GateCheck> check(Gates gates, Run run, @Nullable Baseline baseline) {
        List<GateCheck> checks = new ArrayList<>();
        for (MetricId id : gates.zero()) {
            checks.add(zero(run, id));
        }
        for (Bound bound : gates.bounds()) {
            checks.add(bound(run, bound));
        }
        if (baseline != null) {
            baseline(gates, run, baseline, checks);
        }
        return checks;
    }

    private static GateCheck zero(Run run, MetricId id) {
        String rule = id.label() + ": 0";
        Double value = run.metric(id).value();
        if (value == null) {
            return unmeasured(run, rule);
        }
        return new GateCheck(rule, MetricFormat.count(value), value == 0 ? Status.PASSED : Status.FAILED);
    }

    private static GateCheck bound(Run run, Bound bound) {
        Metric metric = run.metric(bound.metric());
        String rule = bound.metric().label() + ": "
                + String.format(Locale.ROOT, bound.kind().wording(), MetricFormat.of(bound.metric(), bound.limit()));
        Double value = metric.value();
        if (value == null) {
            return unmeasured(run, rule);
        }
        Interval interval = metric.interval();
        boolean wantsMany = bound.kind() == Bound.Kind.MIN_LOWER || bound.kind() == Bound.Kind.MAX_UPPER;
        if (wantsMany && !run.whole()) {
            return new GateCheck(rule, "too few cases chosen", Status.NOT_MEASURED);
        }
        double judged = switch (bound.kind()) {
            case MIN, MAX -> value;
            case MIN_LOWER -> interval == null ? value : interval.low();
            case MAX_UPPER -> interval == null ? value : interval.high();
        };
        boolean met = switch (bound.kind()) {
            case MIN, MIN_LOWER -> judged >= bound.limit();
            case MAX, MAX_UPPER -> judged <= bound.limit();
        };
        return new GateCheck(rule, MetricFormat.of(bound.metric(), judged), met ? Status.PASSED : Status.FAILED);
    }

    /** A rule that a whole run says nothing about is no rule: it fails. A chosen part of the cases may be silent. */
    private static GateCheck unmeasured(Run run, String rule) {
        return new GateCheck(rule, "not measured", run.whole() ? Status.FAILED : Status.NOT_MEASURED);
    }

    private static void baseline(Gates gates, Run run, Baseline baseline, List<GateCheck> checks) {
        Comparison comparison = baseline.compare(run);
        Double alpha = gates.alpha();
        if (alpha != null) {
            double p = comparison.paired().pValue();
            boolean worse = comparison.worse().size() > comparison.better().size() && p < alpha;
            checks.add(new GateCheck(
                    String.format(Locale.ROOT, "not worse than the baseline (McNemar, p < %.2f)", alpha),
                    String.format(
                            Locale.ROOT,
                            "%d worse, %d better, p = %.3f",
                            comparison.worse().size(),
                            comparison.better().size(),
                            p),
                    worse ? Status.FAILED : Status.PASSED));
        }
        if (run.whole()) {
            gates.maxDrop().forEach((id, drop) -> drop(run, baseline, id, drop, checks));
        }
    }

    private static void drop(Run run, Baseline baseline, MetricId id, double most, List<GateCheck> checks) {
        Double before = baseline.metrics().get(id);
        Double now = run.metric(id).value();
        if (before == null || now == null) {
            return;
        }
        double lost = id.kind().lessIsBetter() ? now - before : before - now;
        String rule = id.label() + ": at most " + MetricFormat.of(id, most) + " worse than the baseline's "
                + MetricFormat.of(id, before);
        checks.add(new GateCheck(
                rule, MetricFormat.of(id, now), lost > most + MetricFormat.ROUNDING ? Status.FAILED : Status.PASSED));
    }
}
