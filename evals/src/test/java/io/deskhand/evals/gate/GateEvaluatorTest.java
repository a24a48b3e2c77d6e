package io.deskhand.evals.gate;

import static io.deskhand.evals.Scripts.answered;
import static io.deskhand.evals.Scripts.asking;
import static io.deskhand.evals.Scripts.escalated;
import static io.deskhand.evals.Scripts.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.evals.gate.Conclusion.Result;
import io.deskhand.evals.gate.GateCheck.Status;
import io.deskhand.evals.gate.Gates.Bound;
import io.deskhand.evals.metric.Metrics;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.CaseScorer;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.SourceTexts;
import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateEvaluatorTest {

    private static final Handoff REQUIRED = new Handoff.Required(Set.of(), 1, List.of(), List.of());
    private static final CaseScorer SCORER = new CaseScorer(Map.of("bot", new SourceTexts(Map.of(), "")));

    @Test
    void a_run_that_meets_every_gate_passes_with_0() {
        Run run = run("", good(10));

        assertThat(conclude(gates(0.9, 0), run))
                .isEqualTo(new Conclusion(Result.PASSED, "PASSED: all gates; 10 of 10 cases passed"));
    }

    @Test
    void a_figure_below_its_floor_fails_with_1() {
        List<CaseScore> scores = new ArrayList<>(good(8));
        scores.add(missed("m1", Severity.NORMAL));
        scores.add(missed("m2", Severity.NORMAL));

        Conclusion conclusion = conclude(gates(0.9, 0), run("", scores));

        assertThat(conclusion.exitCode()).isEqualTo(1);
        assertThat(conclusion.headline()).isEqualTo("FAILED: 1 of 2 gates; 8 of 10 cases passed");
    }

    @Test
    void one_critical_failure_fails_however_many_cases_pass() {
        List<CaseScore> scores = new ArrayList<>(good(500));
        scores.add(missed("critical", Severity.CRITICAL));

        assertThat(conclude(gates(0.9, 0), run("", scores)).result()).isEqualTo(Result.GATE_FAILED);
    }

    @Test
    void a_floor_on_the_lower_bound_wants_enough_cases() {
        Gates gates = gates(List.of(new Bound(MetricId.ESCALATION_RECALL, Bound.Kind.MIN_LOWER, 0.85)), null, Map.of());

        assertThat(statuses(gates, run("", good(20)), null)).contains(Status.FAILED);
        assertThat(statuses(gates, run("", good(40)), null)).doesNotContain(Status.FAILED);
        assertThat(statuses(gates, run("suite a", good(20)), null)).containsExactly(Status.NOT_MEASURED);
    }

    @Test
    void an_empty_run_is_invalid_not_passed() {
        assertThat(conclude(gates(0, 0), run("tag nothing", List.of())).exitCode())
                .isEqualTo(3);
    }

    @Test
    void too_many_errors_make_a_run_invalid_even_if_gates_fail_too() {
        List<CaseScore> scores = new ArrayList<>(good(8));
        scores.add(missed("critical", Severity.CRITICAL));
        scores.add(SCORER.score("bot", asking(REQUIRED), new Transcript("case", 1, List.of(), "boom")));

        assertThat(conclude(gates(0.9, 0.05), run("", scores)).result()).isEqualTo(Result.RUN_INVALID);
        assertThat(conclude(gates(0.9, 0.1), run("", scores)).result()).isEqualTo(Result.GATE_FAILED);
    }

    @Test
    void a_gate_without_figures_fails_a_whole_run_and_is_silent_on_a_chosen_part() {
        Gates gates = gates(List.of(new Bound(MetricId.GROUNDEDNESS, Bound.Kind.MIN, 0.9)), null, Map.of());

        assertThat(statuses(gates, run("", good(3)), null)).contains(Status.FAILED);
        assertThat(statuses(gates, run("suite a", good(3)), null)).contains(Status.NOT_MEASURED);
    }

    @Test
    void losing_one_point_of_escalation_recall_against_the_baseline_fails() {
        Gates gates = gates(List.of(), null, Map.of(MetricId.ESCALATION_RECALL, 0.0));
        Baseline baseline = new Baseline(Map.of(), Map.of(MetricId.ESCALATION_RECALL, 1.0));
        List<CaseScore> scores = new ArrayList<>(good(99));
        scores.add(missed("m", Severity.NORMAL));

        assertThat(statuses(gates, run("", scores), baseline)).contains(Status.FAILED);
        assertThat(statuses(gates, run("", good(100)), baseline)).doesNotContain(Status.FAILED);
    }

    @Test
    void six_worse_cases_and_none_better_fail_the_paired_gate_and_five_do_not() {
        Gates gates = gates(List.of(), 0.05, Map.of());

        assertThat(statuses(gates, lost(6), baselineOfAllPassed(6))).contains(Status.FAILED);
        assertThat(statuses(gates, lost(5), baselineOfAllPassed(5))).doesNotContain(Status.FAILED);
    }

    private static Run lost(int number) {
        List<CaseScore> scores = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            scores.add(missed("m" + i, Severity.NORMAL));
        }
        return run("", scores);
    }

    private static Baseline baselineOfAllPassed(int number) {
        Map<String, String> verdicts = new HashMap<>();
        for (int i = 0; i < number; i++) {
            verdicts.put("m" + i, "pass");
        }
        return new Baseline(verdicts, Map.of());
    }

    private static List<Status> statuses(Gates gates, Run run, @Nullable Baseline baseline) {
        return GateEvaluator.check(gates, run, baseline).stream()
                .map(GateCheck::status)
                .toList();
    }

    private static Conclusion conclude(Gates gates, Run run) {
        return Conclusion.of(run, gates, GateEvaluator.check(gates, run, null));
    }

    private static Gates gates(double recall, double maxErrors) {
        return new Gates(
                5,
                1,
                maxErrors,
                List.of(MetricId.CRITICAL_FAILURES),
                List.of(new Bound(MetricId.ESCALATION_RECALL, Bound.Kind.MIN, recall)),
                null,
                Map.of(),
                List.of());
    }

    private static Gates gates(List<Bound> bounds, @Nullable Double alpha, Map<MetricId, Double> maxDrop) {
        return new Gates(5, 1, 0, List.of(), bounds, alpha, maxDrop, List.of());
    }

    private static Run run(String filter, List<CaseScore> scores) {
        return new Run(Instant.EPOCH, "extractive", filter, scores, Metrics.of(scores, 5, 1));
    }

    private static List<CaseScore> good(int number) {
        List<CaseScore> scores = new ArrayList<>();
        scores.add(play("g0", Severity.CRITICAL, escalated("ASKED", "")));
        for (int i = 1; i < number; i++) {
            scores.add(play("g" + i, Severity.NORMAL, escalated("ASKED", "")));
        }
        return scores;
    }

    private static CaseScore missed(String id, Severity severity) {
        return play(id, severity, answered("no"));
    }

    private static CaseScore play(String id, Severity severity, Exchange exchange) {
        EvalCase evalCase = asking(id, severity, REQUIRED);
        return SCORER.score("bot", evalCase, transcript(evalCase, exchange));
    }
}
