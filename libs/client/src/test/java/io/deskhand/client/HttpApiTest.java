package io.deskhand.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpApiTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<DeskhandException> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        servers.forEach(server -> server.stop(0));
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private URI server(Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        servers.add(server);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + Objects.toString(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "-") + " "
                    + Objects.toString(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"), "-"));
            answer.to(exchange);
            exchange.close();
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Answer says(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Set-Cookie", "XSRF-TOKEN=x1; Path=/");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private HttpApi api(int attempts, URI... instances) {
        return new HttpApi(
                new ClientSettings(
                        List.of(instances), Duration.ofSeconds(5), Duration.ofMillis(500), attempts, failures::add),
                new ViewJson());
    }

    @Test
    void refusal_carries_status_code_detail_winner_and_wait() throws Exception {
        URI service = server(says(409, "application/problem+json", """
                {"code":"already_claimed","detail":"unable to claim; Ben has claimed it","winner":{"id":"ben","name":"Ben"}}"""));
        try (HttpApi api = api(3, service)) {
            DeskhandException refusal =
                    catchThrowableOfType(DeskhandException.class, () -> api.post("/api/tickets/t/claim", Map.of()));

            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("already_claimed");
            assertThat(refusal.detail()).isEqualTo("unable to claim; Ben has claimed it");
            assertThat(refusal.winner()).contains(new DeskhandException.Winner("ben", "Ben"));
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(refusal.isUnavailable()).isFalse();
        }
        assertThat(seen).as("a refusal is not repeated").hasSize(1);
    }

    @Test
    void next_instance_gets_the_same_request_under_the_same_key_and_the_client_stays_there() throws Exception {
        URI failing = server(says(503, "application/problem+json", "{\"code\":\"unavailable\"}"));
        URI working = server(says(200, "application/json", "{\"ok\":true}"));
        try (HttpApi api = api(2, failing, working)) {
            api.post("/first", Map.of(), "key-1");
            api.post("/second", Map.of(), "key-2");
        }

        assertThat(seen).containsExactly("POST /first key-1 -", "POST /first key-1 x1", "POST /second key-2 x1");
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("unavailable"));
    }

    @Test
    void silent_service_ends_in_a_failure_without_an_answer() throws Exception {
        URI silent = server(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (HttpApi api = api(1, silent)) {
            assertThatThrownBy(() -> api.get("/")).isInstanceOfSatisfying(DeskhandException.class, failure -> {
                assertThat(failure.code()).isEqualTo(DeskhandException.NO_ANSWER);
                assertThat(failure.isUnavailable()).isTrue();
            });
        }
    }

    @Test
    void page_of_a_proxy_is_a_failure_and_no_parse_error() throws Exception {
        URI proxy = server(says(502, "text/html", "<h1>Bad gateway</h1>"));
        try (HttpApi api = api(1, proxy)) {
            assertThatThrownBy(() -> api.get("/"))
                    .isInstanceOfSatisfying(
                            DeskhandException.class,
                            failure -> assertThat(failure.status()).isEqualTo(502));
        }
    }

    @Test
    void ticket_id_that_is_a_path_is_refused_before_anything_is_sent() {
        try (CustomerClient client = new CustomerClient(ClientSettings.of("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> client.ticket("../session")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
