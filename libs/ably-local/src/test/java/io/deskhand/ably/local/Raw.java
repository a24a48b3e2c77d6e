package io.deskhand.ably.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.JsonWire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Speaks the protocol frame by frame and request by request, to see exactly what the server says. */
final class Raw implements AutoCloseable {
    private static final OkHttpClient WEB_SOCKETS = webSockets();
    private final AblyLocal server;
    private final Format format;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<RawSocket> sockets = new ArrayList<>();

    /** OkHttp counts an open WebSocket as a running request, of which it allows few to one host. */
    private static OkHttpClient webSockets() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(10_000);
        dispatcher.setMaxRequestsPerHost(10_000);
        return new OkHttpClient.Builder().dispatcher(dispatcher).build();
    }

    Raw(AblyLocal server, Format format) {
        this.server = server;
        this.format = format;
    }

    /** Reads JSON written with single quotes. */
    static ObjectNode json(String text, Object... arguments) {
        return (ObjectNode) tree(text, arguments);
    }

    static JsonNode tree(String text, Object... arguments) {
        return JsonWire.parse(text.formatted(arguments).replace('\'', '"'));
    }

    static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Opens a socket with the server's key unless the query says who it is; says nothing and expects nothing yet. */
    RawSocket open(String query) {
        String credentials = query.contains("key=") || query.contains("oken=") ? "" : "&key=" + escape(server.key());
        String version = query.contains("v=") ? "" : "&v=6";
        String name = format == Format.MSGPACK ? "msgpack" : "json";
        URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/?format=" + name + version + credentials
                + (query.isEmpty() ? "" : "&" + query));
        RawSocket socket = new RawSocket(WEB_SOCKETS, uri, format);
        sockets.add(socket);
        return socket;
    }

    /** Opens a socket and reads its CONNECTED. */
    RawSocket connect(String query) {
        RawSocket socket = open(query);
        socket.connected();
        return socket;
    }

    RawSocket connect() {
        return connect("");
    }

    /** An answer with its decoded body. */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> http) {
        int errorCode() {
            return body.path("error").path("code").asInt();
        }

        List<String> links() {
            return http.headers().allValues("Link");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, JsonNode body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends with the server's key, unless the headers have an Authorization; an empty one means none. */
    Answer send(String method, String path, @Nullable JsonNode body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(format.encode(body)));
        boolean authorized = false;
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            authorized |= headers[i].equals("Authorization");
            typed |= headers[i].equals("Content-Type");
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        if (!authorized) {
            request.header("Authorization", basic(server.key()));
        }
        if (!typed) {
            request.header("Content-Type", format.contentType());
        }
        request.header("Accept", format.contentType());
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = response.body().length == 0 || type.startsWith("text/")
                    ? tree("{}")
                    : Format.ofHeader(type).decode(response.body());
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String clientIdHeader(String clientId) {
        return Base64.getEncoder().encodeToString(clientId.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sockets.forEach(RawSocket::close);
        http.shutdownNow();
    }
}
