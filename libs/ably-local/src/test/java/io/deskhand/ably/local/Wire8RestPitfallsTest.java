package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per pitfall that a request can show; those that need an SDK are in {@link SdkPitfallsTest}. */
@DisplayName("8 pitfalls of requests and credentials")
class Wire8RestPitfallsTest extends PitfallsTest {
    Wire8RestPitfallsTest(Format format) {
        super(format);
    }

    @Test
    void pitfall_12_content_types_are_exact_and_accept_is_independent_of_the_body() {
        for (String path :
                List.of("/time", "/stats", "/nothing", "/channels/x/messages", "/chat/v4/rooms/r/messages")) {
            assertThat(raw.get(path).http().headers().firstValue("Content-Type"))
                    .hasValue(format.contentType());
        }
        Format other = format == Format.JSON ? Format.MSGPACK : Format.JSON;
        HttpRequest mixed = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/channels/x/messages"))
                .header("Authorization", Raw.basic(server.key()))
                .header("Content-Type", other.contentType())
                .header("Accept", format.contentType() + ",application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(other.encode(Raw.json("{'name':'n'}"))))
                .build();
        Raw.Answer answer = raw.send(mixed);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue(format.contentType());
    }

    @Test
    void pitfall_13_links_are_relative_one_a_header_without_commas_or_empty_values() {
        for (int i = 0; i < 3; i++) {
            raw.post("/channels/a%2Cb/messages", Raw.json("{}"));
        }
        Raw.Answer answer = raw.get("/channels/a%2Cb/messages?limit=2&start=&end=9999999999999&clientId=a%2Cb");
        assertThat(answer.links()).hasSize(3);
        assertThat(answer.links())
                .allSatisfy(link -> assertThat(link)
                        .matches("<\\./\\w+\\?([^=&,]+=[^=&,]+)(&[^=&,]+=[^=&,]+)*>; rel=\"(first|current|next)\""));
    }

    @Test
    void pitfall_14_token_errors_are_marked_stale_and_every_error_has_its_code_in_a_header() {
        String expired = Jwts.of(-1, "{}");
        var stale =
                raw.get("/stats", "Authorization", "Bearer " + expired).http().headers();
        assertThat(stale.firstValue("WWW-Authenticate").orElseThrow())
                .contains("stale")
                .contains(" ");
        assertThat(stale.firstValue("X-Ably-ErrorCode")).hasValue("40142");
        var missing = raw.get("/stats", "Authorization", "").http().headers();
        assertThat(missing.firstValue("WWW-Authenticate").orElseThrow()).doesNotContain("stale");
        assertThat(missing.firstValue("X-Ably-ErrorCode")).hasValue("40101");
    }

    @Test
    void pitfall_15_history_has_an_alias_and_its_bound_is_inclusive_in_both_spellings() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'name':'0'},{'name':'1'}]");
        String position = socket.until(Action.MESSAGE).path("channelSerial").asText();
        raw.post("/channels/room/messages", Raw.json("{'name':'later'}"));
        for (String path : List.of("messages", "history")) {
            for (String name : List.of("fromSerial", "from_serial")) {
                JsonNode items = raw.get("/channels/room/" + path + "?" + name + "=" + Raw.escape(position))
                        .body();
                assertThat(items).extracting(m -> m.path("name").asText()).containsExactly("1", "0");
            }
        }
    }

    @Test
    void pitfall_16_both_token_spellings_and_a_base64_client_id() {
        String token = Jwts.of(60, "{'x-ably-clientId':'*'}");
        assertThat(raw.connect("accessToken=" + token).id()).isNotEmpty();
        assertThat(raw.connect("access_token=" + token).id()).isNotEmpty();
        raw.post("/channels/room/messages", Raw.json("{}"), "X-Ably-ClientId", Raw.clientIdHeader("zoë"));
        assertThat(raw.get("/channels/room/messages")
                        .body()
                        .path(0)
                        .path("clientId")
                        .asText())
                .isEqualTo("zoë");
    }

    @Test
    void pitfall_24_a_denial_is_40160_with_status_401_everywhere() {
        String token = Jwts.of(60, "{'x-ably-clientId':'a','x-ably-capability':{'other':['*']}}");
        RawSocket socket = raw.connect("accessToken=" + token);
        socket.publish("room", "[{}]");
        socket.presence("room", "[{'action':2}]");
        socket.annotate("room", "[{}]");
        socket.send("{'action':10,'channel':'room'}");
        for (JsonNode frame : socket.settled()) {
            assertThat(code(frame)).isEqualTo(40160);
            assertThat(frame.path("error").path("statusCode").asInt()).isEqualTo(401);
        }
        Raw.Answer answer = raw.get("/chat/v4/rooms/room/messages", "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(40160);
    }

    @Test
    void pitfall_24_a_room_a_segment_and_everything_can_be_allowed() {
        for (String[] allowed : new String[][] {
            {"room", "room::%24chat"}, {"a:*:c", "a:b:c"}, {"a:*", "a:b:c"}, {"[*]*", "anything"}, {"*", "anything"}
        }) {
            String token = Jwts.of(60, "{'x-ably-capability':{'%s':['history']}}", allowed[0]);
            Raw.Answer answer = raw.get("/channels/" + allowed[1] + "/messages", "Authorization", "Bearer " + token);
            assertThat(answer.status()).as(allowed[0]).isEqualTo(200);
        }
        for (String[] denied : new String[][] {{"a:*:c", "a:b:b:c"}, {"foo*", "foobar"}, {"room", "rooms"}}) {
            String token = Jwts.of(60, "{'x-ably-capability':{'%s':['history']}}", denied[0]);
            Raw.Answer answer = raw.get("/channels/" + denied[1] + "/messages", "Authorization", "Bearer " + token);
            assertThat(answer.errorCode()).as(denied[0]).isEqualTo(40160);
        }
    }

    @Test
    void pitfall_28_token_requests_are_refused_by_what_is_wrong_with_them() {
        String[][] wrong = {
            {"{'ttl':'-1'}", "40003"},
            {"{'ttl':90000000}", "40003"},
            {"{'clientId':''}", "40012"},
            {"{'capability':'nonsense'}", "40000"},
            {"{'keyName':'app.other'}", "40101"}
        };
        for (String[] request : wrong) {
            Raw.Answer answer = raw.post("/keys/app.key/requestToken", Raw.json(request[0]));
            assertThat(answer.errorCode()).as(request[0]).isEqualTo(Integer.parseInt(request[1]));
            assertThat(answer.http().headers().firstValue("Content-Type")).hasValue(format.contentType());
        }
        JsonNode details = raw.post("/keys/app.key/requestToken", Raw.json("{'ttl':'60000'}"))
                .body();
        assertThat(details.path("expires").asLong() - details.path("issued").asLong())
                .isEqualTo(60_000);
        assertThat(details.path("capability").isTextual()).isTrue();
    }

    @Test
    void pitfall_34_apps_do_not_mix() {
        JsonNode app = raw.post("/apps", Raw.json("{'keys':[{}]}")).body();
        assertThat(app.path("endpoint").asText()).isEqualTo("127.0.0.1");
        assertThat(app.path("port").asInt()).isEqualTo(server.port());
        assertThat(app.path("tls").asBoolean(true)).isFalse();
        RawSocket theirs = raw.connect(
                "key=" + Raw.escape(app.path("keys").path(0).path("keyStr").asText()));
        theirs.attach("room");
        raw.post("/channels/room/messages", Raw.json("{'name':'ours'}"));
        assertThat(theirs.settled()).isEmpty();
        RawSocket resuming = raw.connect("resume=" + Raw.escape(theirs.key()));
        assertThat(code(resuming.connected())).isEqualTo(80018);
    }

    @Test
    void pitfall_37_unknown_paths_have_a_body_of_ably() {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            Raw.Answer answer = raw.send(method, "/keys/x/y", Raw.json("{}"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCode()).isEqualTo(40400);
        }
    }

    @Test
    void pitfall_38_client_mistakes_are_never_5xx() {
        for (String path : List.of(
                "/channels/%/messages",
                "/channels/%ff/messages",
                "/channels/x/messages?limit=99999999999999999999",
                "//",
                "/?%",
                "/chat/v4/rooms//messages")) {
            HttpRequest request;
            try {
                request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                                + path.replace("%/", "%25/").replace("?%", "?%25")))
                        .header("Authorization", Raw.basic(server.key()))
                        .build();
            } catch (IllegalArgumentException e) {
                throw new AssertionError(path, e);
            }
            assertThat(raw.send(request).status()).as(path).isBetween(200, 499);
        }
    }
}
