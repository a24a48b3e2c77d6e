package io.deskhand.realtime;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.PresenceMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Somebody in a room with nothing but a token: a customer's or an agent's SDK. */
public final class Guest implements AutoCloseable {

    /** One line for each event of the room: "clientId|state|text" for messages of ours, "clientId|text" for others. */
    public final List<String> seen = new CopyOnWriteArrayList<>();

    final AblyRealtime connection;
    private final String room;
    private final Channel channel;

    public Guest(AblySettings settings, RealtimeTokens.Token token, String room) throws Exception {
        ClientOptions options = settings.clientOptions();
        options.clearAuthOptions();
        options.token = token.token();
        options.clientId = token.clientId();
        connection = new AblyRealtime(options);
        this.room = room;
        channel = connection.channels.get(Rooms.channel(room));
        CompletableFuture<Void> attached = new CompletableFuture<>();
        channel.subscribe("chat.message", message -> seen.add(line(message)));
        channel.attach(new CompletionListener() {
            @Override
            public void onSuccess() {
                attached.complete(null);
            }

            @Override
            public void onError(ErrorInfo reason) {
                attached.completeExceptionally(new IllegalStateException(reason.code + " " + reason.message));
            }
        });
        attached.get(10, TimeUnit.SECONDS);
    }

    private static String line(Message message) {
        JsonObject data = (JsonObject) message.data;
        JsonObject headers = ChatMessage.child(message.extras.asJsonObject(), "headers");
        String state = headers.has("state") ? headers.get("state").getAsString() + "|" : "";
        return message.clientId + "|" + state + data.get("text").getAsString();
    }

    public HttpPaginatedResponse send(String text) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        return connection.request(
                "POST",
                "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                null,
                HttpUtils.requestBodyFromGson(body, false),
                null);
    }

    public List<String> present() throws Exception {
        return java.util.Arrays.stream(channel.presence.get(true))
                .map((PresenceMessage member) -> member.clientId)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        connection.close();
    }
}
