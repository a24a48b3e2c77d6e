package io.deskhand.bench;

import java.util.List;

/** One benchmark. */
public interface Bench {

    String name();

    /** Measures; tells on the way what it is at. */
    List<Row> run(Progress progress) throws Exception;

    /** Told before each part. */
    interface Progress {
        void at(String part);
    }
}
