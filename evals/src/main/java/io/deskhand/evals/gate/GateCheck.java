package io.deskhand.evals.gate;

/**
 * One rule, judged.
 *
 * @param rule the rule, as text for people
 * @param actual the measured value, as text for people
 */
public record GateCheck(String rule, String actual, Status status) {

    public enum Status {
        PASSED,
        FAILED,
        /** The chosen cases say nothing about it. */
        NOT_MEASURED
    }
}
