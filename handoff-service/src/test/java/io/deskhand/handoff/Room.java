package io.deskhand.handoff;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Somebody's SDK, attached to a channel with nothing but a token from the API. */
final class Room implements AutoCloseable {

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final AblyRealtime connection;
    private final String name;

    Room(int port, String token, String channel) throws Exception {
        ClientOptions options = new ClientOptions();
        options.token = token;
        options.restHost = "127.0.0.1";
        options.realtimeHost = "127.0.0.1";
        options.port = port;
        options.tls = false;
        options.useBinaryProtocol = false;
        options.fallbackHosts = new String[0];
        connection = new AblyRealtime(options);
        name = channel.replace("::$chat", "");
        CompletableFuture<Void> attached = new CompletableFuture<>();
        Channel attaching = connection.channels.get(channel);
        attaching.subscribe(message -> heard.add(line(message)));
        attaching.attach(new CompletionListener() {
            @Override
            public void onSuccess() {
                attached.complete(null);
            }

            @Override
            public void onError(ErrorInfo reason) {
                attached.completeExceptionally(AblyException.fromErrorInfo(reason));
            }
        });
        attached.get(10, TimeUnit.SECONDS);
    }

    private static String line(Message message) {
        String what = message.data instanceof JsonObject data && data.has("text")
                ? data.get("text").getAsString()
                : message.data instanceof JsonObject ticket && ticket.has("status")
                        ? ticket.get("id").getAsString() + " "
                                + ticket.get("status").getAsString()
                        : "";
        return message.name + "|" + message.clientId + "|" + what;
    }

    int send(String text) throws AblyException {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        return connection.request(
                        "POST",
                        "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(name) + "/messages",
                        null,
                        HttpUtils.requestBodyFromGson(body, false),
                        null)
                .statusCode;
    }

    @Override
    public void close() {
        connection.close();
    }
}
