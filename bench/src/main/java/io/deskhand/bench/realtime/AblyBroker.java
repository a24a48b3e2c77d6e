package io.deskhand.bench.realtime;

import io.deskhand.bench.measure.BenchServer;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ably-local, spoken to with ready-made frames. */
final class AblyBroker implements FanOut.Broker {

    private final Vertx clients;
    private final BenchServer server;
    private final RawClient publisher;
    private final List<RawClient> subscribers = new ArrayList<>();
    private final Map<String, String> frames = new HashMap<>();

    AblyBroker(Vertx clients) throws Exception {
        this.clients = clients;
        this.server = BenchServer.ablyLocal();
        this.publisher = RawClient.connect(clients, server.port(), RealtimeBench.query("&echo=false"));
    }

    @Override
    public void subscribe(List<List<String>> channelsOfEach, Runnable received) throws Exception {
        for (List<String> channels : channelsOfEach) {
            RawClient subscriber = RawClient.connect(clients, server.port(), RealtimeBench.query(""));
            subscriber.attachAll(channels);
            subscriber.onFrame(frame -> {
                if (RawClient.isMessage(frame)) {
                    received.run();
                }
            });
            subscribers.add(subscriber);
        }
    }

    @Override
    public void publish(String channel) {
        publisher.publish(frames.computeIfAbsent(channel, name -> RawClient.publishFrame(name, "x".repeat(100))));
    }

    @Override
    public BenchServer server() {
        return server;
    }

    @Override
    public void close() throws Exception {
        publisher.close();
        for (RawClient subscriber : subscribers) {
            subscriber.close();
        }
        server.close();
    }
}
