package io.deskhand.evals.gate;

import io.deskhand.evals.score.MetricId;
import java.util.Locale;

/** Formats the values of metrics, the same in every report. */
public final class MetricFormat {

    /** Files keep six decimals; smaller differences are none. */
    public static final double ROUNDING = 1e-6;

    private MetricFormat() {}

    /** A value of the metric. */
    public static String of(MetricId id, double value) {
        return switch (id.kind()) {
            case SHARE, SHARE_LOW -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case MEAN, COST -> String.format(Locale.ROOT, "%.3f", value);
            case COUNT -> count(value);
        };
    }

    /** A number without needless decimals. */
    public static String count(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
