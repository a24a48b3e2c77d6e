package io.deskhand.bench.realtime;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** What 10,000 attached channels cost the server's heap. */
final class ChannelHeap {

    private static final int CONNECTIONS = 100;
    private static final int CHANNELS_EACH = 100;
    private static final double GOAL_BYTES = 2_048;

    private ChannelHeap() {}

    static void run(Vertx clients, List<Row> rows, Progress progress) throws Exception {
        progress.at("10,000 channels over 100 connections");
        List<RawClient> connections = new ArrayList<>();
        try (BenchServer server = BenchServer.ablyLocal()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(RawClient.connect(clients, server.port(), RealtimeBench.query("")));
            }
            long before = server.heapInUse();
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                List<String> channels = new ArrayList<>();
                for (int channel = 0; channel < CHANNELS_EACH; channel++) {
                    channels.add("heap-" + i + "-" + channel);
                }
                long began = System.nanoTime();
                connections.get(i).attachAll(channels);
                millis.add((System.nanoTime() - began) / 1e6 / CHANNELS_EACH);
            }
            long after = server.heapInUse();
            double each = (after - before) / (double) (CONNECTIONS * CHANNELS_EACH);
            rows.add(Row.atMost("heap of the server a channel attached", Samples.of(each), "bytes", GOAL_BYTES));
            rows.add(Row.information("attach, 100 at a time, each", new Samples(millis), "ms"));
            for (RawClient connection : connections) {
                connection.close();
            }
        }
    }
}
