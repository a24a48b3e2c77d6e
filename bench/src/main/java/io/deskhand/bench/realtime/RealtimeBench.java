package io.deskhand.bench.realtime;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.measure.Bench;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.RoundTrip;
import io.deskhand.bench.measure.Row;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./deskhand bench realtime}: measures the local Ably-compatible server, by round trips, fan-out, heap of a channel and start-up. */
public final class RealtimeBench implements Bench {

    private static final int WARM_UP = 15_000;
    private static final int ROUNDS = 20;
    private static final int PER_ROUND = 500;

    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("trips", withClients(RealtimeBench::roundTrips)),
                new Part("fanout", withClients(FanOut::run)),
                new Part("heap", withClients(ChannelHeap::run)),
                new Part("start", StartUp::run));
    }

    /** What measures with clients of this Vert.x. */
    private interface Measured {
        void run(Vertx clients, List<Row> rows, Progress progress) throws Exception;
    }

    private static Measurement withClients(Measured measured) {
        return (rows, progress) -> {
            Vertx clients = Vertx.vertx();
            try {
                measured.run(clients, rows, progress);
            } finally {
                clients.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
        };
    }

    private static void roundTrips(Vertx clients, List<Row> rows, Progress progress) throws Exception {
        Vertx echoVertx = Vertx.vertx();
        HttpServer echo = echoVertx
                .createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        try (AblyLocal server =
                        AblyLocal.start(AblyLocalOptions.defaults().withPort(0).withKey(BenchServer.KEY));
                RawClient plain = RawClient.plain(clients, echo.actualPort());
                RawClient publisher = RawClient.connect(clients, server.port(), query("&echo=false"));
                RawClient subscriber = RawClient.connect(clients, server.port(), query(""));
                SdkClient sdk = new SdkClient(server.port())) {
            String frame = RawClient.publishFrame("bench", "x".repeat(100));
            RoundTrip bare = new RoundTrip(() -> plain.write(frame + "0}"));
            plain.onFrame(answer -> bare.arrived());
            subscriber.attach("bench");
            RoundTrip ours = new RoundTrip(() -> publisher.publish(frame));
            subscriber.onFrame(answer -> {
                if (RawClient.isMessage(answer)) {
                    ours.arrived();
                }
            });
            RoundTrip ablyJava = sdk.publishToReceive();
            RoundTrip chat = sdk.chatSendToReceive();

            progress.at("round trips: warming up");
            for (RoundTrip trip : List.of(bare, ours, ablyJava, chat)) {
                trip.measure(WARM_UP, false);
            }
            progress.at("round trips: measuring, in turns");
            for (int round = 0; round < ROUNDS; round++) {
                for (RoundTrip trip : List.of(bare, ours, ablyJava, chat)) {
                    trip.measure(PER_ROUND, true);
                }
            }
            rows.add(Row.ratioAtMost(
                    "publish → receive, raw client / bare echo", ours.samples(), "µs", bare.samples(), 2));
            rows.add(Row.beside(
                    "publish → receive, ably-java both ends / bare echo", ablyJava.samples(), "µs", bare.samples()));
            rows.add(Row.beside(
                    "Chat send (REST) → receive, ably-java / bare echo", chat.samples(), "µs", bare.samples()));
        } finally {
            echoVertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    static String query(String more) {
        return "?key=" + BenchServer.KEY + "&v=4&format=json" + more;
    }
}
