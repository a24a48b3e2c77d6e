package io.deskhand.bench.measure;

import java.util.List;

/** One benchmark, in parts that may run alone. */
public interface Bench {

    String name();

    /** In the order in which they run. */
    List<Part> parts();

    /** Some figures that are measured together. */
    record Part(String name, Measurement measurement) {}

    /** Measures, reports its progress, and adds its figures. */
    @FunctionalInterface
    interface Measurement {
        void run(List<Row> rows, Progress progress) throws Exception;
    }

    /** Receives each step before it begins. */
    interface Progress {
        void at(String step);
    }
}
