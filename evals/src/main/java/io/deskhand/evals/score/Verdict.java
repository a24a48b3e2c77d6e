package io.deskhand.evals.score;

import java.util.Collection;

/** What came of a check or of a case. An error is never a score. */
public sealed interface Verdict {

    record Pass() implements Verdict {}

    record Fail(String reason) implements Verdict {}

    /** The check cannot decide; a person or a judge has to. Counts neither as right nor as wrong. */
    record NotSure(String reason) implements Verdict {}

    /** Something broke before a judgement was possible. */
    record Errored(String cause) implements Verdict {}

    record Skipped(String reason) implements Verdict {}

    /** The word used in reports and files. */
    default String word() {
        return switch (this) {
            case Pass pass -> "pass";
            case Fail fail -> "fail";
            case NotSure notSure -> "not_sure";
            case Errored errored -> "error";
            case Skipped skipped -> "skipped";
        };
    }

    /** Why; empty for a pass. */
    default String why() {
        return switch (this) {
            case Pass pass -> "";
            case Fail fail -> fail.reason();
            case NotSure notSure -> notSure.reason();
            case Errored errored -> errored.cause();
            case Skipped skipped -> skipped.reason();
        };
    }

    /** The verdict over several: an error outweighs a failure, a failure a doubt, a doubt a pass; nothing to judge is skipped. */
    static Verdict over(Collection<? extends Verdict> verdicts) {
        return verdicts.stream()
                .min((a, b) -> Integer.compare(rank(a), rank(b)))
                .map(Verdict.class::cast)
                .orElseGet(() -> new Skipped("nothing was expected"));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Errored errored -> 0;
            case Fail fail -> 1;
            case NotSure notSure -> 2;
            case Pass pass -> 3;
            case Skipped skipped -> 4;
        };
    }
}
