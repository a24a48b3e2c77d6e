package io.deskhand.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param value the figure itself
 * @param baseline the raw limit beside it, in the same unit; null for a figure without one
 * @param ratio value divided by baseline
 * @param goal the bound for the ratio (or, without a baseline, the value), such as "≤ 2"; null for a figure that is for information
 * @param holds whether it is; null without a goal
 * @param spread half the distance between the lower and the upper quartile of the repeats, in the same unit
 */
public record Row(
        String metric,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        @Nullable String goal,
        @Nullable Boolean holds,
        double spread) {

    public static Row information(String metric, Samples value, String unit) {
        return new Row(metric, value.median(), unit, null, null, null, null, value.spread());
    }

    public static Row beside(String metric, Samples value, String unit, Samples baseline) {
        double ratio = value.median() / baseline.median();
        return new Row(metric, value.median(), unit, baseline.median(), ratio, null, null, value.spread());
    }

    public static Row ratioAtMost(String metric, Samples value, String unit, Samples baseline, double most) {
        double ratio = value.median() / baseline.median();
        return new Row(
                metric,
                value.median(),
                unit,
                baseline.median(),
                ratio,
                "ratio ≤ " + plain(most),
                ratio <= most,
                value.spread());
    }

    public static Row ratioAtLeast(String metric, Samples value, String unit, Samples baseline, double least) {
        double ratio = value.median() / baseline.median();
        return new Row(
                metric,
                value.median(),
                unit,
                baseline.median(),
                ratio,
                "ratio ≥ " + plain(least),
                ratio >= least,
                value.spread());
    }

    public static Row atMost(String metric, Samples value, String unit, double most) {
        return new Row(
                metric, value.median(), unit, null, null, "≤ " + plain(most), value.median() <= most, value.spread());
    }

    public static Row exactly(String metric, long value, String unit, long expected) {
        return new Row(metric, value, unit, null, null, "= " + expected, value == expected, 0);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
