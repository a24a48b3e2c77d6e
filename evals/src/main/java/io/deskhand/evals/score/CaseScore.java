package io.deskhand.evals.score;

import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.transcript.Transcript;
import java.util.List;

/**
 * One play of a case, judged.
 *
 * @param checks every expectation, in order of turns, the handoff last
 * @param observations what it adds to metrics; none if it errored or only informs
 * @param verdict over all checks
 */
public record CaseScore(
        EvalCase evalCase,
        Transcript transcript,
        List<CheckResult> checks,
        List<Observation> observations,
        Verdict verdict) {

    public CaseScore {
        checks = List.copyOf(checks);
        observations = List.copyOf(observations);
    }

    /** The first check that decided the verdict, for a line in a report; empty for a pass. */
    public String why() {
        if (verdict instanceof Verdict.Pass) {
            return "";
        }
        return checks.stream()
                .filter(check -> check.verdict().word().equals(verdict.word()))
                .findFirst()
                .map(check -> (check.turn() > 0 ? "turn " + check.turn() + ", " : "") + check.name() + ": "
                        + check.verdict().why())
                .orElse(verdict.why());
    }

    /** The same play with another verdict that counts nowhere, such as a quarantined one. */
    public CaseScore skipped(String reason) {
        return new CaseScore(evalCase, transcript, checks, List.of(), new Verdict.Skipped(reason));
    }
}
