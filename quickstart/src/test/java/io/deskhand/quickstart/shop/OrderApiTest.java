package io.deskhand.quickstart.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OrderApiTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private OrderApi api = OrderApi.start(Clock.systemUTC());

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void start() {
        api.close();
        api = OrderApi.start(Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void tells_the_state_of_an_order_as_of_today() throws Exception {
        Answer answer = send(HttpRequest.newBuilder(address("/orders/A-1042")).build());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("Shipped");
        assertThat(answer.body().path("placed").asString()).isEqualTo("2026-02-27");
        assertThat(answer.body().path("expected").asString()).isEqualTo("2026-03-03");
    }

    @Test
    void knows_no_other_orders_and_no_other_paths() throws Exception {
        for (String path : new String[] {"/orders/A-9999", "/orders/..%2F..%2Fetc", "/orders", "/"}) {
            assertThat(send(HttpRequest.newBuilder(address(path)).build()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void lists_the_orders_of_the_customer_whom_the_header_names_newest_first() throws Exception {
        Answer mira = send(HttpRequest.newBuilder(address("/orders"))
                .header("X-Customer", "mira")
                .build());
        assertThat(mira.status()).isEqualTo(200);
        assertThat(mira.body().path("orders").findValuesAsString("order"))
                .containsExactly("A-1042", "A-1043", "A-1045");
        assertThat(send(HttpRequest.newBuilder(address("/orders"))
                                .header("X-Customer", "ben")
                                .build())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void starts_one_return_an_order_and_repeats_its_answer_to_the_same_key() throws Exception {
        Answer first = startReturn("A-1043", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("return").asString()).isEqualTo("R-A-1043");
        assertThat(startReturn("A-1043", "k1")).isEqualTo(first);
        assertThat(startReturn("A-1043", "k2").status()).isEqualTo(409);
        assertThat(send(HttpRequest.newBuilder(address("/orders/A-1043")).build())
                        .body()
                        .path("return")
                        .asString())
                .isEqualTo("R-A-1043");
    }

    @Test
    void refuses_what_was_not_delivered_and_what_was_too_long_ago() throws Exception {
        assertThat(startReturn("A-1042", "k").body().path("error").asString()).contains("not been delivered");
        assertThat(startReturn("A-1045", "k").body().path("error").asString()).contains("60 days");
    }

    private Answer startReturn(String order, String key) throws Exception {
        return send(HttpRequest.newBuilder(address("/orders/" + order + "/returns"))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"too small\"}"))
                .build());
    }

    private URI address(String path) {
        return URI.create(api.url() + path);
    }

    private Answer send(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JsonMapper.builder().build().readTree(response.body()));
    }
}
