package io.deskhand.evals.metric;

import static io.deskhand.evals.Scripts.answered;
import static io.deskhand.evals.Scripts.asking;
import static io.deskhand.evals.Scripts.escalated;
import static io.deskhand.evals.Scripts.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.CaseScorer;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.SourceTexts;
import io.deskhand.evals.score.Verdict;
import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Handoff REQUIRED = new Handoff.Required(Set.of(), 1, List.of(), List.of());
    private static final Handoff FORBIDDEN = new Handoff.Forbidden();

    @Test
    void wilson_gives_the_textbook_bounds() {
        assertThat(Interval.wilson(20, 20).low()).isCloseTo(0.8389, within(1e-4));
        assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
        assertThat(Interval.wilson(0, 10).high()).isCloseTo(0.2775, within(1e-4));
        assertThat(Interval.wilson(8, 10).low()).isCloseTo(0.4902, within(1e-4));
        assertThat(Interval.wilson(8, 10).high()).isCloseTo(0.9433, within(1e-4));
    }

    @Test
    void a_missed_handoff_costs_five_needless_ones() {
        Map<MetricId, Metric> metrics = Metrics.of(
                List.of(
                        play("a", REQUIRED, escalated("ASKED", "")),
                        play("b", REQUIRED, answered("no")),
                        play("c", FORBIDDEN, escalated("ASKED", "")),
                        play("d", FORBIDDEN, answered("yes"))),
                5,
                1);

        assertThat(metrics.get(MetricId.ESCALATION_RECALL).value()).isEqualTo(0.5);
        assertThat(metrics.get(MetricId.ESCALATION_PRECISION).value()).isEqualTo(0.5);
        assertThat(metrics.get(MetricId.OVER_ESCALATION).value()).isEqualTo(0.5);
        assertThat(metrics.get(MetricId.HANDOFF_COST).value()).isEqualTo((5 + 1) / 4.0);
    }

    @Test
    void trials_of_one_case_weigh_as_one_case() {
        Map<MetricId, Metric> metrics = Metrics.of(
                List.of(
                        play("a", FORBIDDEN, escalated("ASKED", "")),
                        play("a", FORBIDDEN, answered("yes")),
                        play("b", FORBIDDEN, answered("yes"))),
                5,
                1);

        assertThat(metrics.get(MetricId.OVER_ESCALATION).n()).isEqualTo(2);
        assertThat(metrics.get(MetricId.OVER_ESCALATION).value()).isEqualTo(0.25);
        assertThat(metrics.get(MetricId.CASES_PASSED).value()).isEqualTo(0.75);
        assertThat(metrics.get(MetricId.PASS_HAT_K).value()).isEqualTo(0);
    }

    @Test
    void pass_hat_k_counts_drawings_without_replacement() {
        assertThat(Metrics.passHatK(4, 5, 1)).isCloseTo(0.8, within(1e-9));
        assertThat(Metrics.passHatK(4, 5, 2)).isCloseTo(0.6, within(1e-9));
        assertThat(Metrics.passHatK(1, 5, 2)).isEqualTo(0);
        assertThat(Metrics.passHatK(5, 5, 5)).isCloseTo(1, within(1e-9));
    }

    @Test
    void errors_and_skips_are_in_no_figure() {
        EvalCase broken = asking("broken", Severity.CRITICAL, FORBIDDEN);
        CaseScore error = scorer().score("bot", broken, new Transcript("broken", 1, List.of(), "boom"));
        CaseScore quarantined = play("q", FORBIDDEN, escalated("ASKED", "")).skipped("until next week");

        Map<MetricId, Metric> metrics = Metrics.of(List.of(error, quarantined), 5, 1);

        assertThat(quarantined.verdict()).isInstanceOf(Verdict.Skipped.class);
        assertThat(metrics.values()).noneMatch(Metric::measured);
    }

    @Test
    void a_critical_case_that_fails_is_counted() {
        EvalCase critical = asking("c", Severity.CRITICAL, REQUIRED);
        CaseScore failed = scorer().score("bot", critical, transcript(critical, answered("no")));

        assertThat(Metrics.of(List.of(failed), 5, 1)
                        .get(MetricId.CRITICAL_FAILURES)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void mcnemar_is_exact() {
        assertThat(new Paired(0, 0).pValue()).isEqualTo(1);
        assertThat(new Paired(5, 0).pValue()).isCloseTo(0.0625, within(1e-9));
        assertThat(new Paired(6, 0).pValue()).isCloseTo(0.03125, within(1e-9));
        assertThat(new Paired(1, 9).pValue()).isCloseTo(0.021484375, within(1e-9));
        assertThat(new Paired(3, 3).pValue()).isEqualTo(1);
    }

    private static CaseScorer scorer() {
        return new CaseScorer(Map.of("bot", new SourceTexts(Map.of(), "")));
    }

    private static CaseScore play(String id, Handoff handoff, Exchange exchange) {
        EvalCase evalCase = asking(id, Severity.NORMAL, handoff);
        return scorer().score("bot", evalCase, transcript(evalCase, exchange));
    }
}
