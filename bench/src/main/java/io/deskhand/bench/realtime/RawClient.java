package io.deskhand.bench.realtime;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client that speaks Ably's realtime protocol in JSON with ready-made frames and reads nothing but the action: the smallest possible client. */
final class RawClient implements AutoCloseable {

    private static final int MAX_FRAME = 1 << 20;

    private final WebSocket socket;
    private volatile Consumer<String> listener = frame -> {};
    private long msgSerial;

    private RawClient(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(frame -> listener.accept(frame));
    }

    /** A connection to the server, after CONNECTED. */
    static RawClient connect(Vertx vertx, int port, String query) throws Exception {
        CompletableFuture<RawClient> connected = new CompletableFuture<>();
        open(vertx, port, query)
                .onSuccess(socket -> {
                    RawClient client = new RawClient(socket);
                    client.listener = frame -> {
                        if (isAction(frame, 4)) {
                            connected.complete(client);
                        }
                    };
                })
                .onFailure(connected::completeExceptionally);
        return connected.get(20, TimeUnit.SECONDS);
    }

    /** A plain socket to a server that speaks no protocol. */
    static RawClient plain(Vertx vertx, int port) throws Exception {
        return new RawClient(
                open(vertx, port, "").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
    }

    private static Future<WebSocket> open(Vertx vertx, int port, String query) {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MAX_FRAME)
                .setMaxMessageSize(MAX_FRAME)
                .setMaxConnections(1_000));
        return client.connect(
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/" + query));
    }

    /** Attaches to a channel and returns when that is done. */
    void attach(String channel) throws Exception {
        attachAll(java.util.List.of(channel));
    }

    void attachAll(java.util.List<String> channels) throws Exception {
        java.util.concurrent.CountDownLatch left = new java.util.concurrent.CountDownLatch(channels.size());
        listener = frame -> {
            if (isAction(frame, 11)) {
                left.countDown();
            }
        };
        channels.forEach(channel -> socket.writeTextMessage("{\"action\":10,\"channel\":\"" + channel + "\"}"));
        if (!left.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "unable to attach; " + left.getCount() + " channels did not answer in 60 s");
        }
    }

    void onFrame(Consumer<String> newListener) {
        listener = newListener;
    }

    /** The text of a publish, but for its serial number. */
    static String publishFrame(String channel, String data) {
        return "{\"action\":15,\"channel\":\"" + channel + "\",\"messages\":[{\"name\":\"m\",\"data\":\"" + data
                + "\"}],\"msgSerial\":";
    }

    void publish(String readyFrame) {
        socket.writeTextMessage(readyFrame + msgSerial++ + "}");
    }

    void write(String text) {
        socket.writeTextMessage(text);
    }

    static boolean isMessage(String frame) {
        return isAction(frame, 15);
    }

    private static boolean isAction(String frame, int action) {
        int at = frame.indexOf("\"action\":");
        return at >= 0 && (frame.startsWith(action + ",", at + 9) || frame.startsWith(action + "}", at + 9));
    }

    @Override
    public void close() throws Exception {
        socket.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
