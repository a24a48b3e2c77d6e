package io.deskhand.evals.metric;

/**
 * Two runs over the same cases.
 *
 * @param worse cases that passed before and do not now
 * @param better cases that did not pass before and do now
 */
public record Paired(int worse, int better) {

    /** Exact two-sided McNemar test: how likely a split at least as uneven is if both runs are equally good. 1 when nothing changed. */
    public double pValue() {
        int n = worse + better;
        if (n == 0) {
            return 1;
        }
        int few = Math.min(worse, better);
        double tail = 0;
        double term = Math.pow(0.5, n);
        for (int i = 0; i <= few; i++) {
            tail += term;
            term *= (double) (n - i) / (i + 1);
        }
        return Math.min(1, 2 * tail);
    }
}
