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
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3 Auth")
class Wire3AuthTest extends RawTest {
    private static final AtomicLong NONCES = new AtomicLong();
    private static final String PATH = "/keys/app.key/requestToken";

    Wire3AuthTest(Format format) {
        super(format);
    }

    private static int code(JsonNode frame) {
        return frame.path("error").path("code").asInt();
    }

    private static String bearer(String token) {
        return "Bearer " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private int refusal(String query) {
        return code(raw.open(query).next(Action.ERROR));
    }

    private static ObjectNode signed(String more) {
        ObjectNode request = Raw.json("{'keyName':'app.key'}");
        request.put("timestamp", InstantSource.system().millis());
        request.put("nonce", "nonce-" + NONCES.incrementAndGet());
        request.setAll(Raw.json(more));
        StringBuilder text = new StringBuilder("app.key\n");
        for (String field : List.of("ttl", "capability", "clientId", "timestamp", "nonce")) {
            text.append(request.path(field).asText("")).append('\n');
        }
        return request.put("mac", Base64.getEncoder().encodeToString(Jwts.hmac("secret", text.toString())));
    }

    private JsonNode token(String params) {
        return raw.post(PATH, Raw.json(params)).body();
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
    void forged_and_malformed_tokens_are_refused() {
        String token = token("{}").path("token").asText();
        assertThat(refusal("accessToken=" + Raw.escape(token + "x"))).isEqualTo(40145);
        assertThat(refusal("accessToken=" + Raw.escape("x" + token))).isEqualTo(40145);
        assertThat(refusal("accessToken=nonsense")).isEqualTo(40145);
        assertThat(refusal("accessToken=~~~")).isEqualTo(40145);
        assertThat(refusal("accessToken=" + Jwts.of(60, "{}") + "AA")).isEqualTo(40144);
        assertThat(refusal("accessToken=ey.a.b")).isEqualTo(40144);
        assertThat(refusal("accessToken=" + Jwts.of(-5, "{}"))).isEqualTo(40142);
    }

    @Test
    void jwts_must_be_signed_by_a_known_key_with_hs256_and_say_when_they_end() {
        ObjectNode header = Raw.json("{'typ':'JWT','alg':'HS256','kid':'app.key'}");
        ObjectNode claims = Raw.json(
                "{'iat':%d,'exp':%d}",
                InstantSource.system().millis() / 1000, InstantSource.system().millis() / 1000 + 60);
        assertThat(refusal("accessToken=" + Jwts.signed(header.deepCopy().put("kid", "other.key"), claims, "secret")))
                .isEqualTo(40400);
        assertThat(refusal("accessToken=" + Jwts.signed(header.deepCopy().put("alg", "none"), claims, "secret")))
                .isEqualTo(40144);
        assertThat(refusal("accessToken=" + Jwts.signed(header.deepCopy().without("kid"), claims, "secret")))
                .isEqualTo(40144);
        assertThat(refusal("accessToken=" + Jwts.signed(header, claims, "guess")))
                .isEqualTo(40144);
        assertThat(refusal(
                        "accessToken=" + Jwts.signed(header, claims.deepCopy().without("exp"), "secret")))
                .isEqualTo(40144);
        assertThat(refusal(
                        "accessToken=" + Jwts.signed(header, claims.deepCopy().put("iat", 99999999999L), "secret")))
                .isEqualTo(40144);
        assertThat(refusal("accessToken=" + Jwts.of(90_000, "{}"))).isEqualTo(40003);
        assertThat(refusal("accessToken=" + Jwts.of(60, "{'x-ably-capability':'broken'}")))
                .isEqualTo(40144);
    }

    @Test
    void a_jwt_has_no_more_power_than_its_key() {
        JsonNode app = raw.post("/apps", Raw.json("{'keys':[{'capability':{'room':['subscribe']}}]}"))
                .body();
        String keyName = app.path("keys").path(0).path("keyName").asText();
        long now = InstantSource.system().millis() / 1000;
        String jwt = Jwts.signed(
                Raw.json("{'typ':'JWT','alg':'HS256','kid':'%s'}", keyName),
                Raw.json("{'iat':%d,'exp':%d,'x-ably-capability':{'*':['*']}}", now, now + 60),
                app.path("keys").path(0).path("keySecret").asText());
        RawSocket socket = raw.connect("accessToken=" + jwt);
        socket.publish("room", "[{'name':'n'}]");
        assertThat(code(socket.next(Action.NACK))).isEqualTo(40160);
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
    void user_claims_are_stamped_by_the_most_specific_claim_and_cannot_be_forged() {
        String token = Jwts.of(
                60,
                "{'x-ably-clientId':'ann','ably.room.*':'any','ably.room.support:*':'support','ably.room.support:vip':'vip','ably.channel.plain':'chan'}");
        RawSocket ann = raw.connect("accessToken=" + token);
        for (String[] expected : new String[][] {
            {"lobby::$chat", "any"}, {"support:1::$chat", "support"}, {"support:vip::$chat", "vip"}, {"plain", "chan"}
        }) {
            ann.attach(expected[0]);
            ann.publish(expected[0], "[{'extras':{'userClaim':'forged'}}]");
            JsonNode message = ann.until(Action.MESSAGE).path("messages").path(0);
            assertThat(message.path("extras").path("userClaim").asText()).isEqualTo(expected[1]);
            ann.settled();
        }
        RawSocket basic = raw.connect("clientId=x");
        basic.attach("other");
        basic.publish("other", "[{'extras':{'userClaim':'forged'}}]");
        assertThat(basic.until(Action.MESSAGE)
                        .path("messages")
                        .path(0)
                        .path("extras")
                        .has("userClaim"))
                .isFalse();
        ann.attach("room::$chat");
        ann.presence("room::$chat", "[{'action':2,'extras':{'headers':{'h':1},'userClaim':'forged'}}]");
        JsonNode extras = ann.until(Action.PRESENCE).path("presence").path(0).path("extras");
        assertThat(extras).isEqualTo(Raw.json("{'headers':{'h':1},'userClaim':'any'}"));
    }

    @Test
    void operations_of_others_messages_need_the_any_capability() {
        String own =
                "{'x-ably-clientId':'%s','x-ably-capability':{'room':['publish','history','message-update-own','message-delete-own']}}";
        String ann = "Bearer " + Jwts.of(60, own, "ann");
        String bob = "Bearer " + Jwts.of(60, own, "bob");
        String serial = raw.post("/channels/room/messages", Raw.json("{'name':'n'}"), "Authorization", ann)
                .body()
                .path("serials")
                .path(0)
                .asText();
        String at = "/channels/room/messages/" + Raw.escape(serial);
        assertThat(raw.send("PATCH", at, Raw.json("{'data':'x'}"), "Authorization", bob)
                        .errorCode())
                .isEqualTo(40160);
        assertThat(raw.send("PATCH", at, Raw.json("{'data':'x'}"), "Authorization", ann)
                        .status())
                .isEqualTo(200);
        assertThat(raw.post(at + "/delete", Raw.json("{}"), "Authorization", bob)
                        .errorCode())
                .isEqualTo(40160);
        String anonymous = "Bearer " + Jwts.of(60, "{'x-ably-capability':{'room':['message-update-own']}}");
        assertThat(raw.send("PATCH", at, Raw.json("{'data':'x'}"), "Authorization", anonymous)
                        .errorCode())
                .isEqualTo(40166);
        String any = "Bearer "
                + Jwts.of(60, "{'x-ably-clientId':'mod','x-ably-capability':{'room':['message-delete-any']}}");
        assertThat(raw.post(at + "/delete", Raw.json("{}"), "Authorization", any)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_kind_of_request_needs_its_own_capability() {
        String token = "Bearer " + Jwts.of(60, "{'x-ably-capability':{'other':['*']}}");
        for (String path : List.of(
                "/channels/room/messages",
                "/channels/room/presence",
                "/channels/room",
                "/channels/room/presence/history")) {
            Raw.Answer answer = raw.get(path, "Authorization", token);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.errorCode()).as(path).isEqualTo(40160);
        }
        assertThat(raw.post("/channels/room/messages", Raw.json("{}"), "Authorization", token)
                        .errorCode())
                .isEqualTo(40160);
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
