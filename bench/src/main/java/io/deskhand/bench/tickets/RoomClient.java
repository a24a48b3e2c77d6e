package io.deskhand.bench.tickets;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.deskhand.bench.AblyClient;

/** Somebody with ably-java who sees what comes into rooms, and may send. */
final class RoomClient implements AutoCloseable {

    static final String KEY = "bench.key:secret-of-the-benchmark";

    private final AblyRealtime connection;

    /** A room's message as it came: created, or updated. */
    record Seen(String clientId, String text, String kind, String state) {

        static Seen of(Message message) {
            JsonObject data = (JsonObject) message.data;
            JsonObject extras = message.extras == null ? new JsonObject() : message.extras.asJsonObject();
            JsonObject headers = extras.has("headers") ? extras.getAsJsonObject("headers") : new JsonObject();
            return new Seen(
                    message.clientId, data.get("text").getAsString(), text(headers, "kind"), text(headers, "state"));
        }

        private static String text(JsonObject headers, String name) {
            return headers.has(name) ? headers.get(name).getAsString() : "";
        }

        boolean ofBot() {
            return clientId.startsWith("bot:");
        }
    }

    /** Called on the SDK's thread. */
    interface Viewer {
        void sees(Seen message);
    }

    RoomClient(int port) throws Exception {
        connection = AblyClient.connect(port, KEY, "viewer");
    }

    /** Returns once the room is attached. */
    void watch(String room, Viewer viewer) throws Exception {
        Channel channel = connection.channels.get(channel(room));
        channel.subscribe("chat.message", message -> viewer.sees(Seen.of(message)));
        AblyClient.attach(channel);
    }

    void leave(String room) throws Exception {
        connection.channels.release(channel(room));
    }

    /** A bare Chat send over REST. */
    void send(String room, String text) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        HttpPaginatedResponse answer = connection.request(
                "POST",
                "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                null,
                HttpUtils.requestBodyFromGson(body, false),
                null);
        if (!answer.success) {
            throw new IllegalStateException("unable to send; " + answer.errorMessage);
        }
    }

    private static String channel(String room) {
        return room + "::$chat";
    }

    @Override
    public void close() {
        connection.close();
    }
}
