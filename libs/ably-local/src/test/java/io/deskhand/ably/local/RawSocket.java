package io.deskhand.ably.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket that speaks protocol messages. Over OkHttp, whose reader notices every end of a connection; the JDK's client now and then misses one.
 */
final class RawSocket extends WebSocketListener {
    private static final long PATIENCE_S = 10;

    private final Format format;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable JsonNode connected;
    private int heartbeats;
    private long serial;

    RawSocket(OkHttpClient http, URI uri, Format format) {
        this.format = format;
        this.socket =
                http.newWebSocket(new Request.Builder().url(uri.toString()).build(), this);
        opened.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        opened.complete(null);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        frames.add(Format.JSON.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        frames.add(Format.MSGPACK.decode(bytes.toByteArray()));
    }

    @Override
    public void onClosing(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        webSocket.close(1000, null);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable error, @Nullable Response response) {
        opened.completeExceptionally(error);
        closed.complete(1006);
    }

    void send(JsonNode frame) {
        sendBytes(format.encode(frame));
    }

    void send(String json, Object... arguments) {
        send(Raw.tree(json, arguments));
    }

    void sendBytes(byte[] bytes) {
        if (format == Format.JSON) {
            sendText(new String(bytes, StandardCharsets.UTF_8));
        } else {
            socket.send(ByteString.of(bytes));
        }
    }

    void sendText(String text) {
        socket.send(text);
    }

    /** The next frame of whatever kind, heartbeats too. */
    JsonNode next() {
        try {
            JsonNode frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The next frame, which must have this action. */
    JsonNode next(int action) {
        JsonNode frame = next();
        if (frame.path("action").asInt(-1) != action) {
            throw new AssertionError("expected action " + action + " but got " + frame);
        }
        return frame;
    }

    /** Skips frames until one has this action. */
    JsonNode until(int action) {
        JsonNode frame = next();
        while (frame.path("action").asInt(-1) != action) {
            frame = next();
        }
        return frame;
    }

    /** All frames that the server sent up to now: the answer to a ping comes behind them. */
    List<JsonNode> settled() {
        String id = "ping-" + heartbeats++;
        send("{'action':0,'id':'%s'}", id);
        List<JsonNode> before = new ArrayList<>();
        for (JsonNode frame = next(); !frame.path("id").asText().equals(id); frame = next()) {
            before.add(frame);
        }
        return before;
    }

    JsonNode connected() {
        JsonNode frame = connected;
        if (frame == null) {
            frame = next(Action.CONNECTED);
            connected = frame;
        }
        return frame;
    }

    String id() {
        return connected().path("connectionId").asText();
    }

    String key() {
        return connected().path("connectionDetails").path("connectionKey").asText();
    }

    /** Attaches and returns ATTACHED. */
    JsonNode attach(String channel) {
        return attach(channel, "{}");
    }

    /** Attaches with more fields of the frame and returns ATTACHED. */
    JsonNode attach(String channel, String more, Object... arguments) {
        send(Raw.json("{'action':10}").put("channel", channel).setAll(Raw.json(more, arguments)));
        return next(Action.ATTACHED);
    }

    /** Sends a frame that asks for an answer, with the next msgSerial, and returns that serial. */
    long request(int action, String channel, String field, String entries, Object... arguments) {
        long used = serial++;
        send(Raw.json("{}")
                .put("action", action)
                .put("channel", channel)
                .put("msgSerial", used)
                .set(field, Raw.tree(entries, arguments)));
        return used;
    }

    long publish(String channel, String messages, Object... arguments) {
        return request(Action.MESSAGE, channel, "messages", messages, arguments);
    }

    long presence(String channel, String entries, Object... arguments) {
        return request(Action.PRESENCE, channel, "presence", entries, arguments);
    }

    long annotate(String channel, String annotations, Object... arguments) {
        return request(Action.ANNOTATION, channel, "annotations", annotations, arguments);
    }

    /** Publishes, skips to the ACK and returns the serials in it. */
    List<String> published(String channel, String messages, Object... arguments) {
        publish(channel, messages, arguments);
        List<String> serials = new ArrayList<>();
        until(Action.ACK).path("res").path(0).path("serials").forEach(s -> serials.add(s.asText()));
        return serials;
    }

    /** Waits for the server to close and returns the code; 1006 when it closed without one. */
    int closeCode() {
        try {
            return closed.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not closed", e);
        }
    }

    /** Breaks the connection without a word. */
    void close() {
        socket.cancel();
    }
}
