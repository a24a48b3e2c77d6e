package io.deskhand.evals.metric;

import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.Observation;
import io.deskhand.evals.score.Verdict;
import io.deskhand.evals.suite.EvalCase.Severity;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures of a run, in the order of {@link MetricId}. */
public final class Metrics {

    private final Map<MetricId, Tally> tallies = new EnumMap<>(MetricId.class);
    private final double missedCost;
    private final double needlessCost;

    private Metrics(double missedCost, double needlessCost) {
        this.missedCost = missedCost;
        this.needlessCost = needlessCost;
    }

    /**
     * @param missedCost cost of a required handoff that was not made
     * @param needlessCost cost of a forbidden handoff that was made
     */
    public static Map<MetricId, Metric> of(List<CaseScore> scores, double missedCost, double needlessCost) {
        Metrics metrics = new Metrics(missedCost, needlessCost);
        Map<String, List<CaseScore>> byCase =
                scores.stream().collect(Collectors.groupingBy(s -> s.evalCase().id()));
        byCase.values().forEach(metrics::add);
        Map<MetricId, Metric> result = new EnumMap<>(MetricId.class);
        for (MetricId id : MetricId.values()) {
            result.put(id, metrics.metric(id));
        }
        return result;
    }

    /** Adds the trials of one case; together they weigh as one. */
    private void add(List<CaseScore> trials) {
        List<CaseScore> judged = trials.stream().filter(Metrics::judged).toList();
        double weight = 1.0 / Math.max(1, judged.size());
        judged.stream()
                .map(CaseScore::observations)
                .flatMap(Collection::stream)
                .forEach(observation -> tally(observation, weight));
        if (judged.isEmpty() || judged.getFirst().evalCase().severity() == Severity.INFO) {
            return;
        }
        int passed = (int) judged.stream()
                .filter(score -> score.verdict() instanceof Verdict.Pass)
                .count();
        tally(MetricId.CASES_PASSED).add(passed * weight, 1);
        if (judged.size() > 1) {
            tally(MetricId.PASS_HAT_K).add(passHatK(passed, judged.size(), judged.size()), 1);
        }
        if (judged.getFirst().evalCase().severity() == Severity.CRITICAL) {
            boolean failed = judged.stream().anyMatch(score -> score.verdict() instanceof Verdict.Fail);
            tally(MetricId.CRITICAL_FAILURES).add(failed ? 1 : 0, 1);
        }
    }

    /** Errors and skips are no observation; a doubt is, and is not a pass. */
    private static boolean judged(CaseScore score) {
        return !(score.verdict() instanceof Verdict.Errored) && !(score.verdict() instanceof Verdict.Skipped);
    }

    /** The chance that k trials drawn from n, of which c passed, all passed: C(c,k) / C(n,k). */
    static double passHatK(int c, int n, int k) {
        double chance = 1;
        for (int i = 0; i < k; i++) {
            chance *= (double) Math.max(0, c - i) / (n - i);
        }
        return chance;
    }

    private void tally(Observation observation, double weight) {
        tally(observation.metric()).add(observation.hits() * weight, observation.of() * weight);
    }

    private Tally tally(MetricId id) {
        return tallies.computeIfAbsent(id, key -> new Tally());
    }

    private Metric metric(MetricId id) {
        if (id == MetricId.HANDOFF_COST) {
            return cost();
        }
        Tally tally = tally(id);
        if (tally.of == 0) {
            return new Metric(id, 0, null, null);
        }
        return switch (id.kind()) {
            case SHARE, SHARE_LOW ->
                new Metric(id, tally.of, tally.hits / tally.of, Interval.wilson(tally.hits, tally.of));
            case MEAN, COST -> new Metric(id, tally.of, tally.hits / tally.of, null);
            case COUNT -> new Metric(id, tally.of, tally.hits, null);
        };
    }

    private Metric cost() {
        Tally required = tally(MetricId.ESCALATION_RECALL);
        Tally forbidden = tally(MetricId.OVER_ESCALATION);
        double n = required.of + forbidden.of;
        if (n == 0) {
            return new Metric(MetricId.HANDOFF_COST, 0, null, null);
        }
        double cost = missedCost * (required.of - required.hits) + needlessCost * forbidden.hits;
        return new Metric(MetricId.HANDOFF_COST, n, cost / n, null);
    }

    private static final class Tally {

        private double hits;
        private double of;

        void add(double moreHits, double moreOf) {
            hits += moreHits;
            of += moreOf;
        }
    }
}
