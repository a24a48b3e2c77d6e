package io.deskhand.evals.gate;

import io.deskhand.evals.metric.Paired;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A blessed run to compare with.
 *
 * @param verdicts word of the verdict by case id; a case with several trials passed only if all did
 * @param metrics measured figures
 */
public record Baseline(Map<String, String> verdicts, Map<MetricId, Double> metrics) {

    private static final String PASS = "pass";

    /** Cases of both that were judged in both. */
    public Comparison compare(Run run) {
        return compare(verdicts(run.scores()));
    }

    public Comparison compare(Map<String, String> now) {
        List<String> worse = new ArrayList<>();
        List<String> better = new ArrayList<>();
        now.forEach((id, verdict) -> {
            String before = verdicts.get(id);
            if (before == null || unjudged(before) || unjudged(verdict) || before.equals(verdict)) {
                return;
            }
            if (before.equals(PASS)) {
                worse.add(id);
            } else if (verdict.equals(PASS)) {
                better.add(id);
            }
        });
        return new Comparison(worse, better);
    }

    /** The verdict of each case over its trials. */
    public static Map<String, String> verdicts(List<CaseScore> scores) {
        Map<String, List<Verdict>> trials = new LinkedHashMap<>();
        scores.forEach(score -> trials.computeIfAbsent(score.evalCase().id(), id -> new ArrayList<>())
                .add(score.verdict()));
        Map<String, String> verdicts = new LinkedHashMap<>();
        trials.forEach((id, all) -> verdicts.put(id, Verdict.over(all).word()));
        return verdicts;
    }

    private static boolean unjudged(String verdict) {
        return verdict.equals("error") || verdict.equals("skipped");
    }

    /** Ids of the cases that changed. */
    public record Comparison(List<String> worse, List<String> better) {
        public Comparison {
            worse = List.copyOf(worse);
            better = List.copyOf(better);
        }

        public Paired paired() {
            return new Paired(worse.size(), better.size());
        }
    }
}
