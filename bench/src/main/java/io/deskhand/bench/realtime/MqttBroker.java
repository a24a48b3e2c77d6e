package io.deskhand.bench.realtime;

import io.deskhand.bench.measure.BenchServer;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A plain MQTT broker at QoS 1: the closest equivalent of a channel with acknowledged publishing. */
final class MqttBroker implements FanOut.Broker {

    private static final int MAX_INFLIGHT = 60_000;

    private final Vertx clients;
    private final BenchServer server;
    private final MqttClient publisher;
    private final List<MqttClient> subscribers = new ArrayList<>();
    private final Buffer payload = Buffer.buffer("x".repeat(100));

    MqttBroker(Vertx clients, BenchServer server) throws Exception {
        this.clients = clients;
        this.server = server;
        this.publisher = connect();
    }

    private MqttClient connect() throws Exception {
        MqttClient client = MqttClient.create(clients, new MqttClientOptions().setMaxInflightQueue(MAX_INFLIGHT));
        client.connect(server.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return client;
    }

    @Override
    public void subscribe(List<List<String>> channelsOfEach, Runnable received) throws Exception {
        for (List<String> channels : channelsOfEach) {
            MqttClient subscriber = connect();
            subscriber.publishHandler(message -> received.run());
            Map<String, Integer> topics = new HashMap<>();
            channels.forEach(channel -> topics.put(channel, MqttQoS.AT_LEAST_ONCE.value()));
            subscriber
                    .subscribe(topics)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            subscribers.add(subscriber);
        }
    }

    @Override
    public void publish(String channel) {
        publisher.publish(channel, payload, MqttQoS.AT_LEAST_ONCE, false, false);
    }

    @Override
    public BenchServer server() {
        return server;
    }

    @Override
    public void close() throws Exception {
        publisher.disconnect().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        for (MqttClient subscriber : subscribers) {
            subscriber.disconnect().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        server.close();
    }
}
