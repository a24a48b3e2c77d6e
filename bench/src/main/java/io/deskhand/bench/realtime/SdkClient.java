package io.deskhand.bench.realtime;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.deskhand.bench.AblyClient;
import io.deskhand.bench.RoundTrip;

/** ably-java at both ends of a round trip. */
final class SdkClient implements AutoCloseable {

    private static final String ROOM = "bench-room";

    private final AblyRealtime sender;
    private final AblyRealtime receiver;

    SdkClient(int port) throws Exception {
        sender = AblyClient.connect(port, RealtimeBench.KEY, "sender");
        receiver = AblyClient.connect(port, RealtimeBench.KEY, "receiver");
    }

    RoundTrip publishToReceive() throws Exception {
        Channel to = sender.channels.get("bench-sdk");
        RoundTrip trip = new RoundTrip(() -> to.publish("m", "x".repeat(100)));
        subscribe("bench-sdk", trip);
        AblyClient.attach(to);
        return trip;
    }

    RoundTrip chatSendToReceive() throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("text", "x".repeat(100));
        String path = "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(ROOM) + "/messages";
        RoundTrip trip = new RoundTrip(
                () -> sender.request("POST", path, null, HttpUtils.requestBodyFromGson(body, false), null));
        subscribe(ROOM + "::$chat", trip);
        return trip;
    }

    private void subscribe(String name, RoundTrip trip) throws Exception {
        Channel from = receiver.channels.get(name);
        from.subscribe(message -> trip.arrived());
        AblyClient.attach(from);
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
