package io.deskhand.bench.realtime;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Messages a second from one publisher to many subscribers, and what each delivery costs the server; beside a plain MQTT broker. */
final class FanOut {

    private static final int REPEATS = 5;
    private static final int DELIVERIES = 100_000;
    /** Published ahead of what has been received: enough to keep the server busy, few enough that no subscriber is slow. */
    private static final int WINDOW = 2_000;

    private FanOut() {}

    /** Subscribers on channels, and a way to publish to channel number n. */
    interface Broker extends AutoCloseable {
        void subscribe(List<List<String>> channelsOfEach, Runnable received) throws Exception;

        void publish(String channel) throws Exception;

        BenchServer server();
    }

    static void run(Vertx clients, List<Row> rows, Progress progress) throws Exception {
        List<List<String>> oneToHundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            oneToHundred.add(List.of("all"));
        }
        List<List<String>> thousandToTwo = new ArrayList<>();
        for (int connection = 0; connection < 20; connection++) {
            List<String> own = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                own.add("c" + (connection / 2 * 100 + i));
            }
            thousandToTwo.add(own);
        }
        compare("1 channel × 100 subscribers", clients, oneToHundred, 100, rows, progress);
        compare("1,000 channels × 2 subscribers", clients, thousandToTwo, 2, rows, progress);
    }

    private static void compare(
            String what, Vertx clients, List<List<String>> layout, int copies, List<Row> rows, Progress progress)
            throws Exception {
        progress.at("fan-out, " + what + ": ably-local");
        Result ours;
        try (Broker broker = new AblyBroker(clients)) {
            ours = measure(broker, layout, copies);
        }
        Result theirs = null;
        Optional<BenchServer> mosquitto = BenchServer.mosquitto();
        if (mosquitto.isPresent()) {
            progress.at("fan-out, " + what + ": mosquitto, QoS 1");
            try (Broker broker = new MqttBroker(clients, mosquitto.get())) {
                theirs = measure(broker, layout, copies);
            }
        }
        String rate = "fan-out " + what + ", deliveries";
        String cost = "fan-out " + what + ", server CPU a delivery";
        if (theirs == null) {
            rows.add(Row.information(rate, ours.rate, "1/s"));
            rows.add(Row.information(cost, ours.micros, "µs"));
        } else {
            rows.add(Row.ratioAtLeast(rate + " / mosquitto", ours.rate, "1/s", theirs.rate, 0.5));
            rows.add(Row.beside(cost + " / mosquitto", ours.micros, "µs", theirs.micros));
        }
    }

    private record Result(Samples rate, Samples micros) {}

    private static Result measure(Broker broker, List<List<String>> layout, int copies) throws Exception {
        List<String> channels = layout.stream().flatMap(List::stream).distinct().toList();
        Received received = new Received();
        broker.subscribe(layout, received);
        List<Double> rates = new ArrayList<>();
        List<Double> micros = new ArrayList<>();
        for (int repeat = -1; repeat < REPEATS; repeat++) {
            int messages = DELIVERIES / copies;
            CountDownLatch all = received.expect(messages * copies);
            long processor = broker.server().processorTime().toNanos();
            long began = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                received.awaitLag((long) i * copies, WINDOW);
                broker.publish(channels.get(i % channels.size()));
            }
            if (!all.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("unable to measure; " + all.getCount() + " deliveries are missing");
            }
            long took = System.nanoTime() - began;
            long used = broker.server().processorTime().toNanos() - processor;
            if (repeat >= 0) {
                rates.add(messages * copies * 1e9 / took);
                micros.add(used / 1_000.0 / (messages * copies));
            }
        }
        return new Result(new Samples(rates), new Samples(micros));
    }

    /** Counts deliveries and holds the publisher back when it is too far ahead. */
    private static final class Received implements Runnable {

        private CountDownLatch all = new CountDownLatch(0);
        private long count;

        synchronized CountDownLatch expect(int deliveries) {
            count = 0;
            all = new CountDownLatch(deliveries);
            return all;
        }

        @Override
        public void run() {
            CountDownLatch latch;
            synchronized (this) {
                count++;
                latch = all;
                notifyAll();
            }
            latch.countDown();
        }

        synchronized void awaitLag(long published, int window) throws InterruptedException {
            while (published - count > window) {
                wait(1_000);
            }
        }
    }
}
