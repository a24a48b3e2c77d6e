package io.deskhand.bench.realtime;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import io.deskhand.bench.RoundTrip;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** ably-java at both ends of a round trip. */
final class SdkClient implements AutoCloseable {

    private static final String ROOM = "bench-room";

    private final AblyRealtime sender;
    private final AblyRealtime receiver;

    SdkClient(int port) throws Exception {
        sender = new AblyRealtime(options(port, "sender"));
        receiver = new AblyRealtime(options(port, "receiver"));
    }

    private static ClientOptions options(int port, String clientId) throws Exception {
        ClientOptions options = new ClientOptions(RealtimeBench.KEY);
        options.clientId = clientId;
        options.restHost = "127.0.0.1";
        options.realtimeHost = "127.0.0.1";
        options.port = port;
        options.tls = false;
        options.fallbackHosts = new String[0];
        options.logLevel = io.ably.lib.util.Log.NONE;
        return options;
    }

    RoundTrip publishToReceive() throws Exception {
        Channel to = sender.channels.get("bench-sdk");
        RoundTrip trip = new RoundTrip(() -> to.publish("m", "x".repeat(100)));
        subscribe("bench-sdk", trip);
        attach(to);
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
        attach(from);
    }

    private static void attach(Channel channel) throws Exception {
        CompletableFuture<Void> attached = new CompletableFuture<>();
        channel.attach(new CompletionListener() {
            @Override
            public void onSuccess() {
                attached.complete(null);
            }

            @Override
            public void onError(ErrorInfo reason) {
                attached.completeExceptionally(new IllegalStateException("unable to attach; " + reason.message));
            }
        });
        attached.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
