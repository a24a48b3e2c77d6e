package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3.3, 3.5 JWTs and capabilities")
class Wire3JwtTest extends TokenTest {

    Wire3JwtTest(Format format) {
        super(format);
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
}
