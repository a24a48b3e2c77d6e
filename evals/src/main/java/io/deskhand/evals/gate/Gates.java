package io.deskhand.evals.gate;

import io.deskhand.evals.score.MetricId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of gates.yaml.
 *
 * @param missedCost cost of a missed handoff
 * @param needlessCost cost of a needless one
 * @param maxErrorRate share of errored cases above which the run is invalid
 * @param zero figures that must be 0
 * @param bounds floors and ceilings, in order of the file
 * @param alpha McNemar's level against the baseline; null = no such gate
 * @param maxDrop how far a figure may get worse than the baseline
 */
public record Gates(
        double missedCost,
        double needlessCost,
        double maxErrorRate,
        List<MetricId> zero,
        List<Bound> bounds,
        @Nullable Double alpha,
        Map<MetricId, Double> maxDrop,
        List<Quarantine> quarantine) {

    public Gates {
        zero = List.copyOf(zero);
        bounds = List.copyOf(bounds);
        quarantine = List.copyOf(quarantine);
    }

    /** A limit on one figure. */
    public record Bound(MetricId metric, Kind kind, double limit) {

        public enum Kind {
            MIN("at least %s"),
            MIN_LOWER("lower bound at least %s"),
            MAX("at most %s"),
            MAX_UPPER("upper bound at most %s");

            private final String wording;

            Kind(String wording) {
                this.wording = wording;
            }

            public String wording() {
                return wording;
            }
        }
    }

    /**
     * A case that does not count for a while.
     *
     * @param until from this day on it counts again
     */
    public record Quarantine(String caseId, LocalDate until, String reason) {}
}
