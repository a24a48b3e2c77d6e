package io.deskhand.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Times round trips, in turns with others so that all run under the same conditions. */
public final class RoundTrip {

    private final ArrayBlockingQueue<Boolean> arrived = new ArrayBlockingQueue<>(16);
    private final Send send;
    private final List<Double> micros = new ArrayList<>();

    /** Sends; {@link #arrived()} reports the answer. */
    public interface Send {
        void now() throws Exception;
    }

    public RoundTrip(Send send) {
        this.send = send;
    }

    public void arrived() {
        arrived.offer(true);
    }

    public void measure(int times, boolean keep) throws Exception {
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            send.now();
            if (arrived.poll(10, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("unable to measure; nothing came back in 10 s");
            }
            if (keep) {
                micros.add((System.nanoTime() - began) / 1_000.0);
            }
        }
    }

    public Samples samples() {
        return new Samples(micros);
    }
}
