package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("2 REST")
class Wire2RestTest extends RawTest {

    Wire2RestTest(Format format) {
        super(format);
    }

    private String publish(String message, Object... arguments) {
        return raw.post("/channels/room/messages", Raw.json(message, arguments))
                .body()
                .path("serials")
                .path(0)
                .asText();
    }

    private static String at(String serial) {
        return "/channels/room/messages/" + Raw.escape(serial);
    }

    /** Follows next links from a path and returns the pages. */
    private List<JsonNode> pages(String folder, String path) {
        List<JsonNode> pages = new ArrayList<>();
        String at = path;
        while (!at.isEmpty()) {
            Raw.Answer answer = raw.get(folder + at);
            pages.add(answer.body());
            at = answer.links().stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.substring(link.indexOf("./") + 2, link.indexOf('>')))
                    .findFirst()
                    .orElse("");
        }
        return pages;
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
    void messages_are_read_updated_and_deleted_with_their_versions() {
        String serial = publish("{'name':'n','data':'one'}");
        String first = raw.send("PATCH", at(serial), Raw.json("{'data':'two','operation':{'description':'why'}}"))
                .body()
                .path("versionSerial")
                .asText();
        String second = raw.post(at(serial) + "/delete", Raw.json("{}"))
                .body()
                .path("versionSerial")
                .asText();
        assertThat(second).isGreaterThan(first);
        JsonNode versions = raw.get(at(serial) + "/versions").body();
        assertThat(versions).extracting(v -> v.path("action").asInt()).containsExactly(0, 1, 2);
        assertThat(versions).extracting(v -> v.path("data").asText()).containsExactly("one", "two", "two");
        assertThat(versions).extracting(v -> v.path("serial").asText()).containsOnly(serial);
        assertThat(versions.path(1).path("version").path("description").asText())
                .isEqualTo("why");
        assertThat(raw.get(at("01726585978590-001@abcdefghij:001")).status()).isEqualTo(404);
    }

    @Test
    void a_patch_may_say_delete_or_append() {
        String serial = publish("{'data':'one'}");
        raw.send("PATCH", at(serial), Raw.json("{'action':5,'data':' two'}"));
        assertThat(raw.get(at(serial)).body().path("data").asText()).isEqualTo("one two");
        raw.send("PATCH", at(serial), Raw.json("{'action':2}"));
        assertThat(raw.get(at(serial)).body().path("action").asInt()).isEqualTo(2);
        assertThat(raw.send("PATCH", at(serial), Raw.json("{'action':4}")).errorCode())
                .isEqualTo(40000);
        assertThat(raw.send("PATCH", at(serial), Raw.json("{'version':{'metadata':{'k':1}}}"))
                        .errorCode())
                .isEqualTo(40017);
    }

    @Test
    void history_is_paged_both_ways_without_gaps_or_repeats() {
        for (int i = 0; i < 7; i++) {
            publish("{'name':'n%d'}", i);
        }
        for (String direction : List.of("forwards", "backwards")) {
            List<JsonNode> pages = pages("/channels/room/", "messages?limit=3&direction=" + direction);
            List<String> names = new ArrayList<>();
            pages.forEach(page ->
                    page.forEach(message -> names.add(message.path("name").asText())));
            assertThat(pages).hasSize(3);
            assertThat(names)
                    .containsExactlyElementsOf(
                            direction.equals("forwards")
                                    ? List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6")
                                    : List.of("n6", "n5", "n4", "n3", "n2", "n1", "n0"));
        }
    }

    @Test
    void history_is_bounded_by_time() {
        String serial = publish("{'name':'early'}");
        long time = raw.get(at(serial)).body().path("timestamp").asLong();
        assertThat(raw.get("/channels/room/messages?start=" + time + "&end=" + time)
                        .body())
                .isNotEmpty();
        assertThat(raw.get("/channels/room/messages?end=" + (time - 1)).body()).isEmpty();
        assertThat(raw.get("/channels/room/messages?start=5&end=4").errorCode()).isEqualTo(40003);
    }

    @Test
    void absurd_paging_parameters_are_refused() {
        for (String query : List.of("limit=0", "limit=1001", "limit=x", "direction=sideways", "start=x", "limit=-1")) {
            assertThat(raw.get("/channels/room/messages?" + query).errorCode())
                    .as(query)
                    .isEqualTo(40003);
        }
        assertThat(raw.get("/channels/room/messages?cursor=%00%FF&fromSerial=nonsense")
                        .status())
                .isEqualTo(200);
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
    void a_batch_publishes_to_each_channel_on_its_own() {
        JsonNode answer = raw.post(
                        "/messages",
                        Raw.tree(
                                "[{'channels':['a',':bad'],'messages':[{'name':'x'}]},{'channels':'b','messages':{'name':'y'}}]"),
                        "X-Ably-Version",
                        "6")
                .body();
        assertThat(answer).hasSize(2);
        assertThat(answer.path(0).path("successCount").asInt()).isEqualTo(1);
        assertThat(answer.path(0).path("failureCount").asInt()).isEqualTo(1);
        assertThat(answer.path(0).path("results").path(0).path("serials")).hasSize(1);
        assertThat(answer.path(0)
                        .path("results")
                        .path(1)
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(40010);
        assertThat(raw.get("/channels/b/messages").body()).hasSize(1);
    }

    @Test
    void an_old_batch_is_answered_flat_and_fails_as_a_whole_when_a_part_fails() {
        Raw.Answer good = raw.post(
                "/messages", Raw.tree("[{'channels':['a'],'messages':[{'name':'x'}]}]"), "X-Ably-Version", "2");
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.body().path(0).path("channel").asText()).isEqualTo("a");
        Raw.Answer bad = raw.post(
                "/messages", Raw.tree("[{'channels':['a',':b'],'messages':[{'name':'x'}]}]"), "X-Ably-Version", "2");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.errorCode()).isEqualTo(40020);
        assertThat(bad.body().path("batchResponse")).hasSize(2);
    }

    @Test
    void presence_of_several_channels_is_read_at_once() {
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("a");
        ann.presence("a", "[{'action':2}]");
        ann.until(Action.ACK);
        String token = Jwts.of(60, "{'x-ably-capability':{'a':['presence']}}");
        JsonNode answer = raw.get("/presence?channels=a,b", "Authorization", "Bearer " + token)
                .body();
        assertThat(answer.path("successCount").asInt()).isEqualTo(1);
        assertThat(answer.path("results").path(0).path("presence")).hasSize(1);
        assertThat(answer.path("results").path(1).path("error").path("code").asInt())
                .isEqualTo(40160);
    }

    @Test
    void statistics_are_empty_and_need_credentials() {
        assertThat(raw.get("/stats").body()).isEqualTo(Raw.tree("[]"));
        assertThat(raw.get("/stats", "Authorization", "").status()).isEqualTo(401);
    }
}
