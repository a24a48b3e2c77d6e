package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3 Auth")
class Wire3AuthTest extends TokenTest {

    Wire3AuthTest(Format format) {
        super(format);
    }

    private static String bearer(String token) {
        return "Bearer " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keys_are_checked() {
        assertThat(refusal("key=app.key:wrong")).isEqualTo(40101);
        assertThat(refusal("key=this.is:wrong")).isEqualTo(40101);
        assertThat(refusal("key=nonsense")).isEqualTo(40005);
        assertThat(raw.get("/stats", "Authorization", Raw.basic("app.key:wrong"))
                        .errorCode())
                .isEqualTo(40101);
        assertThat(raw.get("/stats", "Authorization", "Basic ***").errorCode()).isEqualTo(40005);
        assertThat(raw.get("/stats", "Authorization", "Digest x").errorCode()).isEqualTo(40005);
        assertThat(raw.get("/stats", "Authorization", "").errorCode()).isEqualTo(40101);
    }

    @Test
    void a_key_that_names_no_client_is_a_wildcard() {
        assertThat(raw.connect()
                        .connected()
                        .path("connectionDetails")
                        .path("clientId")
                        .asText())
                .isEqualTo("*");
    }

    @Test
    void a_signed_token_request_needs_no_credentials() {
        Raw.Answer answer = raw.post(PATH, signed("{'clientId':'ann','ttl':60000}"), "Authorization", "");
        assertThat(answer.status()).isEqualTo(201);
        JsonNode details = answer.body();
        assertThat(details.path("keyName").asText()).isEqualTo("app.key");
        assertThat(details.path("clientId").asText()).isEqualTo("ann");
        assertThat(details.path("expires").asLong() - details.path("issued").asLong())
                .isEqualTo(60_000);
        assertThat(details.path("capability").asText()).isEqualTo("{\"*\":[\"*\"]}");
        RawSocket socket =
                raw.connect("accessToken=" + Raw.escape(details.path("token").asText()));
        assertThat(socket.connected().path("connectionDetails").path("clientId").asText())
                .isEqualTo("ann");
    }

    @Test
    void numbers_of_a_token_request_may_be_strings() {
        ObjectNode request = signed("{'ttl':'60000','timestamp':'%d'}"
                .formatted(InstantSource.system().millis()));
        assertThat(raw.post(PATH, request, "Authorization", "").status()).isEqualTo(201);
    }

    @Test
    void token_requests_are_validated() {
        assertThat(raw.post(PATH, signed("{}").put("mac", "AAAA"), "Authorization", "")
                        .errorCode())
                .isEqualTo(40101);
        assertThat(raw.post(PATH, signed("{}").put("mac", "***"), "Authorization", "")
                        .errorCode())
                .isEqualTo(40101);
        assertThat(raw.post(PATH, signed("{'timestamp':1000}"), "Authorization", "")
                        .errorCode())
                .isEqualTo(40104);
        ObjectNode used = signed("{}");
        raw.post(PATH, used, "Authorization", "");
        assertThat(raw.post(PATH, used, "Authorization", "").errorCode()).isEqualTo(40105);
        assertThat(token("{'ttl':-1}").path("error").path("code").asInt()).isEqualTo(40003);
        assertThat(token("{'ttl':'soon'}").path("error").path("code").asInt()).isEqualTo(40003);
        assertThat(token("{'ttl':90000000}").path("error").path("code").asInt()).isEqualTo(40003);
        assertThat(token("{'clientId':''}").path("error").path("code").asInt()).isEqualTo(40012);
        assertThat(token("{'capability':'nonsense'}").path("error").path("code").asInt())
                .isEqualTo(40000);
        assertThat(token("{'capability':{'a':['fly']}}")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(40000);
        assertThat(token("{'keyName':'app.other'}").path("error").path("code").asInt())
                .isEqualTo(40101);
        assertThat(raw.post(PATH, Raw.json("{}"), "Authorization", "").errorCode())
                .isEqualTo(40101);
        assertThat(raw.post(PATH, Raw.tree("[]")).errorCode()).isEqualTo(40001);
    }

    @Test
    void capabilities_are_answered_in_canonical_form() {
        assertThat(token("{'capability':{'b':['subscribe','publish'],'a':['history']}}")
                        .path("capability")
                        .asText())
                .isEqualTo("{\"a\":[\"history\"],\"b\":[\"publish\",\"subscribe\"]}");
    }

    @Test
    void a_token_that_lives_for_a_moment_really_expires() {
        String token = token("{'ttl':50}").path("token").asText();
        await().atMost(Sdk.PATIENCE)
                .until(() -> raw.get("/stats", "Authorization", bearer(token)).status() == 401);
        Raw.Answer answer = raw.get("/stats", "Authorization", bearer(token));
        assertThat(answer.errorCode()).isEqualTo(40142);
        assertThat(refusal("accessToken=" + Raw.escape(token))).isEqualTo(40142);
    }

    @Test
    void bearer_tokens_may_be_base64_or_plain() {
        String jwt = Jwts.of(60, "{}");
        assertThat(raw.get("/stats", "Authorization", "Bearer " + jwt).status()).isEqualTo(200);
        assertThat(raw.get("/stats", "Authorization", bearer(jwt)).status()).isEqualTo(200);
        assertThat(raw.get("/stats?access_token=" + jwt, "Authorization", "").status())
                .isEqualTo(200);
    }

    @Test
    void the_identity_of_a_token_cannot_be_changed() {
        assertThat(refusal("clientId=bob&accessToken=" + Jwts.of(60, "{'x-ably-clientId':'ann'}")))
                .isEqualTo(40102);
        assertThat(refusal("clientId=bob&accessToken=" + Jwts.of(60, "{}"))).isEqualTo(40102);
        assertThat(refusal("clientId=")).isEqualTo(40012);
        RawSocket wild = raw.connect("clientId=bob&accessToken=" + Jwts.of(60, "{'x-ably-clientId':'*'}"));
        assertThat(wild.connected().path("connectionDetails").path("clientId").asText())
                .isEqualTo("bob");
    }

    @Test
    void revoked_tokens_are_refused_and_their_connections_disconnected() {
        String old = token("{'clientId':'ann'}").path("token").asText();
        RawSocket socket = raw.connect("accessToken=" + Raw.escape(old));
        RawSocket other = raw.connect("accessToken=" + Jwts.of(60, "{'x-ably-clientId':'bob'}"));
        long issued = InstantSource.system().millis();
        await().until(() -> InstantSource.system().millis() > issued);
        Raw.Answer answer = raw.post("/keys/app.key/revokeTokens", Raw.json("{'targets':['clientId:ann','nonsense']}"));
        assertThat(answer.body().path("successCount").asInt()).isEqualTo(1);
        assertThat(answer.body().path("failureCount").asInt()).isEqualTo(1);
        assertThat(answer.body().path("results").path(0).path("appliesAt").asLong())
                .isPositive();
        assertThat(code(socket.next(Action.DISCONNECTED))).isEqualTo(40141);
        assertThat(raw.get("/stats", "Authorization", bearer(old)).errorCode()).isEqualTo(40141);
        assertThat(other.settled()).isEmpty();
        assertThat(raw.post(
                                "/keys/app.key/revokeTokens",
                                Raw.json("{'targets':['clientId:x']}"),
                                "Authorization",
                                bearer(Jwts.of(60, "{}")))
                        .errorCode())
                .isEqualTo(40162);
    }
}
