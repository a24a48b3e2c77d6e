package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.bot.Caller.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BotStack.Shared.class)
class BadInputTest {

    private final Caller customer;

    BadInputTest(BotStack bots) {
        this.customer = bots.customer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"bot\":}", "{'bot':'a'}", "nonsense", "{\"bot\":\"test-store"})
    void malformed_json_is_refused(String body) {
        refused(customer.post("/api/tickets", body), 400, "malformed_json");
        refused(customer.post("/api/customers", body), 400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"bot\":{}}", "{\"bot\":\"\"}", "{\"subject\":\"a\"}"})
    void json_of_the_wrong_shape_is_refused(String body) {
        refused(customer.post("/api/tickets", body), 400, "invalid_request");
    }

    @Test
    void a_subject_of_more_than_200_characters_is_refused() {
        String body = "{\"bot\":\"test-store\",\"subject\":\"" + "x".repeat(201) + "\"}";

        refused(customer.post("/api/tickets", body), 400, "invalid_request");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not() {
        byte[] large = ("{\"bot\":\"" + "x".repeat(100_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        refused(customer.call("POST", "/api/tickets", BodyPublishers.ofByteArray(large)), 413, "payload_too_large");
        refused(
                customer.call(
                        "POST", "/api/tickets", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "payload_too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/nothing,     404, not_found",
        "GET,    /nothing,         404, not_found",
        "GET,    /dashboard/,      404, not_found",
        "DELETE, /api/tickets,     405, method_not_allowed",
        "GET,    /api/customers,   405, method_not_allowed",
        "GET,    /api//tickets,    400, invalid_request",
        "GET,    /demo/..%2f..%2f, 400, invalid_request"
    })
    void wrong_addresses_and_methods_are_problems(String method, String path, int status, String code) {
        refused(customer.call(method, path, BodyPublishers.noBody()), status, code);
    }

    @Test
    void a_form_is_not_json() {
        refused(
                customer.post("/api/tickets", "bot=a", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "unsupported_media_type");
    }

    @Test
    void a_subject_that_looks_like_html_stays_text() {
        String subject = "<img src=x onerror=alert(1)> & \"quoted\"";
        String body = Caller.JSON
                .createObjectNode()
                .put("bot", "test-store")
                .put("subject", subject)
                .toString();

        Answer answer = customer.post("/api/tickets", body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/ticket/subject")).isEqualTo(subject);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/detail")).startsWith("unable to ").contains("; ");
        assertThat(answer.response().body()).doesNotContain("Exception", "io.deskhand", "org.spring", "tools.jackson");
        assertThat(customer.get("/api/tickets").json().path("tickets"))
                .as("nothing was stored")
                .isEmpty();
    }
}
