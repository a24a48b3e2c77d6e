package io.deskhand.bench.measure;

import java.util.List;

/** One benchmark, in parts that may run alone. */
public interface Bench {

    String name();

    /** In the order in which they run. */
    List<Part> parts();

    /** Some figures that are measured together. */
    record Part(String name, Measurement measurement) {}

    /** Measures, tells on the way what it is at, and adds its figures. */
    @FunctionalInterface
    interface Measurement {
        void run(List<Row> rows, Progress progress) throws Exception;
    }

    /** Told before each step. */
    interface Progress {
        void at(String step);
    }
}
