package io.deskhand.evals.score;

/**
 * One expectation, judged.
 *
 * @param turn counted from 1; 0 when the case as a whole is judged
 * @param name of the expectation, as suites write it
 */
public record CheckResult(int turn, String name, Verdict verdict) {}
