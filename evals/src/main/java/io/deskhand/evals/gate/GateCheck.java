package io.deskhand.evals.gate;

/**
 * One rule, judged.
 *
 * @param rule what was asked, in words
 * @param actual what came out, in words
 */
public record GateCheck(String rule, String actual, Status status) {

    public enum Status {
        PASSED,
        FAILED,
        /** The chosen cases say nothing about it. */
        NOT_MEASURED
    }
}
