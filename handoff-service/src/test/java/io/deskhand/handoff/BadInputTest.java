package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.ticket.Ticket;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DeskStack.Shared.class)
class BadInputTest {

    private final DeskStack desk;
    private final Browser anna;
    private final Ticket ticket;

    BadInputTest(DeskStack desk) {
        this.desk = desk;
        this.anna = desk.signedIn("anna");
        this.ticket = desk.queued();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\n\\t", "\\u2003"})
    void an_empty_text_is_refused(String text) {
        refused(send("{\"text\":\"" + text + "\"}"), 400, "text_empty");
    }

    @Test
    void a_missing_text_is_an_empty_one() {
        refused(send("{}"), 400, "text_empty");
        refused(send("{\"text\":null}"), 400, "text_empty");
    }

    @Test
    void four_thousand_characters_are_the_most() {
        Answer tooLong = send("{\"text\":\"" + "x".repeat(4_001) + "\"}");

        refused(tooLong, 400, "text_too_long");
        assertThat(tooLong.json().path("limit").asInt()).isEqualTo(4_000);
        assertThat(send("{\"text\":\"" + "x".repeat(4_000) + "\"}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"text\":}", "{'text':'a'}", "nonsense", "{\"text\":\"a"})
    void malformed_json_is_refused(String body) {
        refused(send(body), 400, "malformed_json");
    }

    @Test
    void json_of_the_wrong_shape_names_the_field() {
        Answer answer = send("{\"text\":{\"html\":\"<b>\"}}");

        refused(answer, 400, "invalid_request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("text");
        refused(send("[]"), 400, "invalid_request");
        refused(send("{\"text\":\"a\"} {}"), 400, "invalid_request");
    }

    @Test
    void a_missing_body_key_or_media_type_is_named() {
        refused(send(""), 400, "invalid_request");
        refused(anna.post(path("messages"), "{\"text\":\"a\"}"), 400, "invalid_request");
        refused(
                anna.post(path("messages"), "{\"text\":\"a\"}", "Idempotency-Key", "not a key!"),
                400,
                "invalid_request");
        refused(
                anna.post(
                        path("messages"),
                        "text=a",
                        "Idempotency-Key",
                        "k",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                415,
                "unsupported_media_type");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not() {
        byte[] large = ("{\"text\":\"" + "x".repeat(100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        refused(
                anna.change("POST", path("messages"), BodyPublishers.ofByteArray(large), "Idempotency-Key", "k"),
                413,
                "payload_too_large");
        refused(anna.change("POST", path("messages"), chunked, "Idempotency-Key", "k"), 413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-unknown", "%20", "a%3Ab", "%3Cscript%3E", "{id}x"})
    void an_unknown_ticket_is_answered_alike_whatever_its_id_looks_like(String id) {
        String encoded = id.replace("{", "%7B").replace("}", "%7D");
        refused(anna.get("/api/tickets/" + encoded), 404, "unknown_ticket");
        refused(anna.post("/api/tickets/" + encoded + "/claim", "{}"), 404, "unknown_ticket");
        refused(
                anna.post("/api/tickets/" + encoded + "/messages", "{\"text\":\"a\"}", "Idempotency-Key", "k"),
                404,
                "unknown_ticket");
        refused(anna.post("/api/tickets/" + encoded + "/typing", "{}"), 404, "unknown_ticket");
        refused(anna.post("/api/tickets/" + encoded + "/resolve", "{}"), 404, "unknown_ticket");
    }

    @Test
    void unknown_addresses_and_wrong_methods_are_problems_too() {
        refused(anna.get("/api/nothing"), 404, "not_found");
        refused(anna.get("/nothing"), 404, "not_found");
        refused(anna.get("/dashboard/nothing.js"), 404, "not_found");
        refused(anna.get("/error"), 404, "not_found");
        Answer wrong = anna.change("PUT", "/api/session", BodyPublishers.ofString("{}"));
        refused(wrong, 405, "method_not_allowed");
        assertThat(wrong.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//tickets", "/dashboard/..%2fx", "/dashboard/%00", "/api/tickets;x=1"})
    void an_address_that_the_firewall_refuses_is_a_problem_too(String path) {
        Answer answer = anna.get(path);

        refused(answer, 400, "invalid_request");
    }

    @Test
    void text_that_looks_like_html_stays_text() {
        String text = "<img src=x onerror=alert(1)> & <b>bold</b> \u0000 \"quoted\" \ud83e\udd86 \u202e";
        String body = Browser.JSON.createObjectNode().put("text", text).toString();

        Answer said = send(body);

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().at("/entry/text").asString()).isEqualTo(text);
        Answer read = anna.get("/api/tickets/" + ticket.id());
        assertThat(read.json().path("entries").findValuesAsString("text")).contains(text);
        assertThat(read.header("Content-Type")).isEqualTo("application/json");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void half_a_character_does_no_harm() {
        assertThat(send("{\"text\":\"half \\ud83e\"}").status()).isEqualTo(201);
        assertThat(anna.get("/api/tickets/" + ticket.id()).status()).isEqualTo(200);
    }

    private Answer send(String body) {
        return anna.post(path("messages"), body, "Idempotency-Key", "k" + body.hashCode());
    }

    private String path(String action) {
        return "/api/tickets/" + ticket.id() + "/" + action;
    }

    private void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotEmpty();
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:deskhand:problem:" + code);
        assertThat(answer.json().path("detail").asString())
                .startsWith("unable to ")
                .contains("; ");
        assertThat(answer.response().body()).doesNotContain("Exception", "io.deskhand", "org.spring", "tools.jackson");
        assertThat(desk.tickets().find(ticket.id()).orElseThrow().rev())
                .as("nothing was stored")
                .isEqualTo(ticket.rev());
    }
}
