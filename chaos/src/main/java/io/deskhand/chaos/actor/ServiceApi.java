package io.deskhand.chaos.actor;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's client of a service that runs more than once: goes to the next instance when one does not answer, and repeats the request there. */
public final class ServiceApi implements AutoCloseable {

    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<String> instances;
    private final Witness witness;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicLong posts = new AtomicLong();
    private volatile int current;
    private volatile @Nullable String bearer;

    /** @param first which instance to begin with */
    public ServiceApi(List<String> instances, int first, Witness witness) {
        this.instances = List.copyOf(instances);
        this.current = Math.floorMod(first, instances.size());
        this.witness = witness;
    }

    /** What a service answered; {@code body} is an empty object when there was none. */
    public record Answer(int status, JsonNode body) {

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The stable code of a problem, empty for none. */
        public String code() {
            return body.path("code").asString("");
        }
    }

    void bearer(String token) {
        this.bearer = token;
    }

    /** Signs an agent in, and says whether that went well. */
    public boolean signIn(String username, String password) throws IOException, InterruptedException {
        get("/api/session");
        return post("/api/session", Map.of("username", username, "password", password))
                .ok();
    }

    /** @throws IOException if no instance answered, or all failed */
    public Answer get(String path) throws IOException, InterruptedException {
        return anyInstance("GET", path, null, "");
    }

    /**
     * Posts the same on every attempt.
     *
     * @throws IOException if no instance answered, or all failed: it may have happened all the same
     */
    public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return post(path, body, "request-" + posts.incrementAndGet());
    }

    Answer post(String path, Map<String, ?> body, String idempotencyKey) throws IOException, InterruptedException {
        return anyInstance("POST", path, json.writeValueAsString(body), idempotencyKey);
    }

    private Answer anyInstance(String method, String path, @Nullable String body, String key)
            throws IOException, InterruptedException {
        IOException last = new IOException("no instance");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int instance = current;
            try {
                Answer answer = send(request(instances.get(instance), method, path, body, key));
                if (answer.status() < 500) {
                    return answer;
                }
                if (answer.status() != 503) {
                    witness.surprise(method + " " + path + " answered " + answer.status() + ": " + answer.body());
                }
                last = new IOException(method + " " + path + " answered " + answer.status());
            } catch (IOException e) {
                last = e;
            }
            current = (instance + 1) % instances.size();
        }
        throw last;
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.contains("json"))
                .orElse(false);
        return new Answer(response.statusCode(), json.readTree(isJson && !body.isEmpty() ? body : "{}"));
    }

    private HttpRequest request(String base, String method, String path, @Nullable String body, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (body == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
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
