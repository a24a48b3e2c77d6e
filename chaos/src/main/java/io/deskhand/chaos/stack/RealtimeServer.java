package io.deskhand.chaos.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The local realtime server and its faults. It is never killed, because its memory stands for Ably's own storage. */
public final class RealtimeServer {

    private final int port;
    private final String url;
    private final String key;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    RealtimeServer(int port, String key, HttpClient http) {
        this.port = port;
        this.url = "http://127.0.0.1:" + port;
        this.key = key;
        this.http = http;
    }

    public int port() {
        return port;
    }

    /** An API key with all rights. */
    public String key() {
        return key;
    }

    /** Injects a fault (libs/ably-local/README.md). */
    public void inject(Map<String, ?> fault) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(faults())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fault))));
    }

    /** Ends all faults that last. */
    public void clearFaults() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(faults()).DELETE());
    }

    private URI faults() {
        return URI.create(url + "/_local/faults");
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("the realtime server refused a fault: " + answer.statusCode() + " " + answer.body());
        }
    }
}
