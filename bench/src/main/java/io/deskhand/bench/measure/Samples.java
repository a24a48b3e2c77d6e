package io.deskhand.bench.measure;

import java.util.Arrays;
import java.util.List;

/** Repeats of one measurement. */
public final class Samples {

    private final double[] sorted;

    public Samples(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("unable to sum up a measurement; it has no samples");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    public static Samples of(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }

    /** The same in a larger unit. */
    public Samples dividedBy(double unit) {
        return of(Arrays.stream(sorted).map(value -> value / unit).toArray());
    }

    public double median() {
        return quantile(0.5);
    }

    /** Half the distance between the lower and the upper quartile. */
    public double spread() {
        return (quantile(0.75) - quantile(0.25)) / 2;
    }

    /** Linear interpolation between the two nearest samples. */
    public double quantile(double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
