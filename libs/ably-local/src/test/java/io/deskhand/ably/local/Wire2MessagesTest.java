package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("2.4, 2.5, 2.7 messages, history and batches over REST")
class Wire2MessagesTest extends RawTest {
    Wire2MessagesTest(Format format) {
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
}
