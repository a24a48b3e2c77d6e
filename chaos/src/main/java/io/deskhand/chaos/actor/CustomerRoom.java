package io.deskhand.chaos.actor;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.Param;
import io.ably.lib.util.Log;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer in their room, over ably-java with nothing but their own token. */
final class CustomerRoom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String room;
    private final AblyRealtime connection;
    private final Channel channel;
    private int botTexts;
    private @Nullable String newestBot;
    private boolean ownerChanged;

    /** Fetches a token whenever the connection needs one. */
    interface Tokens {
        String fetch() throws Exception;
    }

    /** What became of a message: {@code serial} is null where the way it went does not tell. */
    record Sent(boolean acknowledged, @Nullable String serial) {
        static final Sent UNKNOWN = new Sent(false, null);
    }

    CustomerRoom(JsonNode address, String clientId, Tokens tokens, String room) throws AblyException {
        ClientOptions options = new ClientOptions();
        options.clientId = clientId;
        options.authCallback = parameters -> {
            try {
                return tokens.fetch();
            } catch (Exception e) {
                throw AblyException.fromThrowable(e);
            }
        };
        options.useBinaryProtocol = false;
        options.logLevel = Log.NONE;
        options.disconnectedRetryTimeout = 1_000;
        options.restHost = address.get("endpoint").asString();
        options.realtimeHost = options.restHost;
        options.port = address.get("port").asInt();
        options.tls = address.get("tls").asBoolean();
        options.fallbackHosts = new String[0];
        this.room = room;
        connection = new AblyRealtime(options);
        channel = connection.channels.get(room + "::$chat");
        channel.subscribe(this::received);
    }

    private synchronized void received(Message message) {
        String author = message.clientId;
        if (author != null && author.startsWith("bot:") && !message.serial.equals(newestBot)) {
            newestBot = message.serial;
            botTexts++;
            notifyAll();
        }
        if ("system".equals(author)) {
            ownerChanged = true;
        }
    }

    /** Whether the system has told something since the last question: then the ticket may have a new owner. */
    synchronized boolean ownerMayHaveChanged() {
        boolean changed = ownerChanged;
        ownerChanged = false;
        return changed;
    }

    /** How many bot messages have begun so far. */
    synchronized int botTexts() {
        return botTexts;
    }

    /** Waits until a bot message has begun that was not there before. */
    synchronized boolean awaitBotText(int before, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (botTexts <= before) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** As the Chat SDK sends. A repeat under the same id is no second message. */
    Sent send(String text, String localId) {
        try {
            HttpPaginatedResponse response = connection.request(
                    "POST",
                    "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                    new Param[] {new Param("idempotencyKey", localId)},
                    HttpUtils.requestBodyFromGson(body(text, localId), false),
                    null);
            return response.success
                    ? new Sent(
                            true,
                            response.items()[0].getAsJsonObject().get("serial").getAsString())
                    : Sent.UNKNOWN;
        } catch (AblyException e) {
            return Sent.UNKNOWN;
        }
    }

    /** Over the realtime connection. */
    Sent publish(String text, String localId) throws InterruptedException {
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        try {
            Message message = new Message("chat.message", body(text, localId));
            message.id = localId;
            channel.publish(message, new CompletionListener() {
                @Override
                public void onSuccess() {
                    acknowledged.complete(true);
                }

                @Override
                public void onError(ErrorInfo reason) {
                    acknowledged.complete(false);
                }
            });
            return new Sent(acknowledged.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), null);
        } catch (AblyException | ExecutionException | TimeoutException e) {
            return Sent.UNKNOWN;
        }
    }

    private static JsonObject body(String text, String localId) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("localId", localId);
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        body.add("metadata", metadata);
        return body;
    }

    @Override
    public void close() {
        connection.close();
    }
}
