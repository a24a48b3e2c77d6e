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

@DisplayName("2 REST")
class Wire2RestTest extends RawTest {
    Wire2RestTest(Format format) {
        super(format);
    }

    @Test
    void time_needs_no_credentials() {
        Raw.Answer answer = raw.get("/time", "Authorization", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path(0).asLong()).isPositive();
    }

    @Test
    void an_unknown_path_is_404_with_40400_in_body_and_header() {
        Raw.Answer answer = raw.get("/no/such");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo(40400);
        assertThat(answer.http().headers().firstValue("X-Ably-ErrorCode")).hasValue("40400");
        assertThat(raw.get("/keys/app.key/requestToken").errorCode()).isEqualTo(40400);
    }

    @Test
    void cors_reflects_the_origin_and_exposes_what_sdks_read() {
        HttpRequest preflight = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/channels/x/messages"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .build();
        var headers = raw.send(preflight).http().headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("http://shop.example");
        assertThat(headers.firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization")
                .contains("X-Ably-Version")
                .contains("X-Ably-ClientId");
        var answer = raw.get("/time", "Origin", "http://shop.example").http().headers();
        assertThat(answer.firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Link");
    }

    @Test
    void a_publish_answers_201_with_serials() {
        Raw.Answer answer = raw.post("/channels/room/messages", Raw.tree("[{'id':'base:0'},{'id':'base:1'}]"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("channel").asText()).isEqualTo("room");
        assertThat(answer.body().path("messageId").asText()).isEqualTo("base");
        assertThat(answer.body().path("serials")).hasSize(2);
    }

    @Test
    void a_publish_for_a_connection_bears_its_identity() {
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        raw.post("/channels/room/messages", Raw.json("{'name':'n'}").put("connectionKey", ann.key()));
        JsonNode message = ann.next(Action.MESSAGE).path("messages").path(0);
        assertThat(message.path("connectionId").asText()).isEqualTo(ann.id());
        assertThat(message.path("clientId").asText()).isEqualTo("ann");
        Raw.Answer wrong = raw.post("/channels/room/messages", Raw.json("{'connectionKey':'no!such'}"));
        assertThat(wrong.errorCode()).isEqualTo(40006);
    }

    @Test
    void a_publish_with_the_ephemeral_parameter_is_not_stored() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        raw.post("/channels/room/messages?ephemeral=true", Raw.json("{'name':'fleeting'}"));
        socket.next(Action.MESSAGE);
        assertThat(raw.get("/channels/room/messages").body()).isEmpty();
    }

    @Test
    void publishes_that_make_no_sense_are_refused_with_their_codes() {
        assertThat(raw.post("/channels/room/messages?_forceNack=true", Raw.json("{}"))
                        .errorCode())
                .isEqualTo(40099);
        assertThat(raw.post("/channels/room/messages", Raw.json("{'data':5}")).errorCode())
                .isEqualTo(40013);
        assertThat(raw.post("/channels/room/messages", Raw.tree("[]")).errorCode())
                .isEqualTo(40001);
        assertThat(raw.post("/channels/room/messages", Raw.tree("'text'")).errorCode())
                .isEqualTo(40001);
        assertThat(raw.post("/channels/%3Abad/messages", Raw.json("{}")).errorCode())
                .isEqualTo(40010);
        assertThat(raw.send("POST", "/channels/room/messages", null).errorCode())
                .isEqualTo(40001);
        Raw.Answer large = raw.post("/channels/room/messages", Raw.json("{}").put("data", "x".repeat(70_000)));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.errorCode()).isEqualTo(40009);
        assertThat(raw.post(
                                "/channels/room/messages",
                                Raw.json("{'clientId':'bob'}"),
                                "X-Ably-ClientId",
                                Raw.clientIdHeader("ann"))
                        .errorCode())
                .isEqualTo(40012);
    }

    @Test
    void a_body_over_the_limit_is_refused_and_the_connection_lives() {
        Raw.Answer giant = raw.post("/channels/room/messages", Raw.json("{}").put("data", "x".repeat(1_200_000)));
        assertThat(giant.status()).isEqualTo(413);
        assertThat(raw.get("/time").status()).isEqualTo(200);
    }

    @Test
    void the_client_id_header_is_the_identity() {
        raw.post("/channels/room/messages", Raw.json("{'name':'n'}"), "X-Ably-ClientId", Raw.clientIdHeader("bot:ü"));
        assertThat(raw.get("/channels/room/messages")
                        .body()
                        .path(0)
                        .path("clientId")
                        .asText())
                .isEqualTo("bot:ü");
        assertThat(raw.post("/channels/room/messages", Raw.json("{}"), "X-Ably-ClientId", "***")
                        .errorCode())
                .isEqualTo(40012);
    }

    @Test
    void the_status_of_a_channel_has_its_metrics() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach("room");
        socket.presence("room", "[{'action':2}]");
        socket.until(Action.ACK);
        JsonNode details = raw.get("/channels/room").body();
        assertThat(details.path("channelId").asText()).isEqualTo("room");
        assertThat(details.path("status").path("isActive").asBoolean()).isTrue();
        JsonNode metrics = details.path("status").path("occupancy").path("metrics");
        for (String name : List.of(
                "connections",
                "publishers",
                "subscribers",
                "presenceConnections",
                "presenceMembers",
                "presenceSubscribers")) {
            assertThat(metrics.path(name).asInt()).as(name).isEqualTo(1);
        }
    }

    @Test
    void active_channels_are_listed() {
        RawSocket socket = raw.connect();
        socket.attach("b");
        socket.attach("a");
        assertThat(raw.get("/channels?by=id").body()).isEqualTo(Raw.tree("['a','b']"));
        assertThat(raw.get("/channels?prefix=b").body()).hasSize(1);
    }

    @Test
    void statistics_are_empty_and_need_credentials() {
        assertThat(raw.get("/stats").body()).isEqualTo(Raw.tree("[]"));
        assertThat(raw.get("/stats", "Authorization", "").status()).isEqualTo(401);
    }
}
