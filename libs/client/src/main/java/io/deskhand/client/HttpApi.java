package io.deskhand.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person's HTTP calls to a service: keeps cookies and the bearer token, sends the XSRF header, goes to the next instance when one fails. */
final class HttpApi implements AutoCloseable {

    private static final int SERVER_ERROR = 500;

    private final ClientSettings settings;
    private final ViewJson json;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final AtomicInteger current = new AtomicInteger();
    private volatile @Nullable String bearer;

    HttpApi(ClientSettings settings, ViewJson json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    void bearer(@Nullable String token) {
        this.bearer = token;
    }

    JsonNode get(String path) {
        return call("GET", path, null, null);
    }

    JsonNode post(String path, Object body) {
        return post(path, body, newKey());
    }

    JsonNode post(String path, Object body, String idempotencyKey) {
        return call("POST", path, json.write(body), idempotencyKey);
    }

    void delete(String path) {
        call("DELETE", path, null, null);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private JsonNode call(String method, String path, @Nullable String body, @Nullable String key) {
        DeskhandException last = null;
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            int instance = current.get();
            URI base = settings.instances().get(instance);
            try {
                return attempt(request(base, method, path, body, key));
            } catch (DeskhandException e) {
                settings.failedAttempts().accept(e);
                if (!e.isUnavailable() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                last = e;
            }
            current.compareAndSet(
                    instance, (instance + 1) % settings.instances().size());
        }
        throw last == null ? new IllegalStateException("no attempt was made") : last;
    }

    private JsonNode attempt(HttpRequest request) {
        String call = request.method() + " " + request.uri().getPath();
        String what = "unable to " + call + "; ";
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode body = json.tree(isJson ? response.body() : "");
            if (response.statusCode() >= 200 && response.statusCode() < 300) {
                return body;
            }
            throw problem(call, response, body);
        } catch (IOException e) {
            throw DeskhandException.noAnswer(what + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeskhandException.noAnswer(what + "interrupted", e);
        }
    }

    private static DeskhandException problem(String call, HttpResponse<String> response, JsonNode body) {
        JsonNode winner = body.path("winner");
        return new DeskhandException(
                response.statusCode(),
                body.path("code").asString(response.statusCode() >= SERVER_ERROR ? "unavailable" : "unknown"),
                body.path("detail").asString("unable to " + call + "; no problem was described"),
                call,
                winner.isObject()
                        ? new DeskhandException.Winner(
                                winner.path("id").asString(""),
                                winner.path("name").asString(""))
                        : null,
                response.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,9}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(null));
    }

    private HttpRequest request(URI base, String method, String path, @Nullable String body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.requestTimeout())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        String token = bearer;
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request.build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
