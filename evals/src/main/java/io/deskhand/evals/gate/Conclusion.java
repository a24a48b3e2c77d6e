package io.deskhand.evals.gate;

import io.deskhand.evals.gate.GateCheck.Status;
import io.deskhand.evals.score.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What a run comes to. Made in one place, so that verdict, exit code and headline cannot disagree.
 *
 * @param headline one line for people
 */
public record Conclusion(Result result, String headline) {

    public enum Result {
        PASSED(0),
        GATE_FAILED(1),
        /** Wrong usage, or suites or gates that cannot be used. */
        UNUSABLE(2),
        /** Empty, or too many errors to say anything. */
        RUN_INVALID(3),
        /** A model was asked something that was not recorded. */
        CASSETTE_MISS(4);

        private final int exitCode;

        Result(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public int exitCode() {
        return result.exitCode();
    }

    /** @param checks the gates, held against this run */
    public static Conclusion of(Run run, Gates gates, List<GateCheck> checks) {
        long errors = run.count(Verdict.Errored.class);
        long judged = run.scores().size() - run.count(Verdict.Skipped.class);
        if (judged == 0) {
            return new Conclusion(Result.RUN_INVALID, "INVALID: no case was played; loosen the filters");
        }
        double errorRate = (double) errors / judged;
        if (errorRate > gates.maxErrorRate()) {
            String headline = String.format(
                    Locale.ROOT,
                    "INVALID: %d of %d cases broke (%.1f %%, at most %.1f %% may)",
                    errors,
                    judged,
                    errorRate * 100,
                    gates.maxErrorRate() * 100);
            return new Conclusion(Result.RUN_INVALID, headline);
        }
        long failed =
                checks.stream().filter(check -> check.status() == Status.FAILED).count();
        String counts = run.count(Verdict.Pass.class) + " of " + judged + " cases passed";
        if (failed > 0) {
            return new Conclusion(
                    Result.GATE_FAILED, "FAILED: " + failed + " of " + checks.size() + " gates; " + counts);
        }
        String part = run.whole() ? "" : " (" + run.filter() + ")";
        return new Conclusion(Result.PASSED, "PASSED: all gates; " + counts + part);
    }

    /** The run ended because a recording was missing or out of date. */
    public static Conclusion cassetteMiss(String detail) {
        return new Conclusion(Result.CASSETTE_MISS, "CASSETTE MISS: " + detail);
    }

    /** The run could not begin. */
    public static Conclusion unusable(String reason) {
        return new Conclusion(Result.UNUSABLE, "UNUSABLE: " + reason);
    }
}
