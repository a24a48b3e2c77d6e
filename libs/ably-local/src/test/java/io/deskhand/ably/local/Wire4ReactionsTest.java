package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.JsonWire;
import io.deskhand.ably.local.wire.Mode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4 Chat: reactions and occupancy")
class Wire4ReactionsTest extends ChatTest {

    Wire4ReactionsTest(Format format) {
        super(format);
    }

    @Test
    void reactions_are_summed_up_listed_and_withdrawn() {
        RawSocket room = raw.connect();
        room.attach(CHANNEL);
        RawSocket curious = raw.connect();
        curious.attach(CHANNEL, "{'flags':%d}", Mode.flags(EnumSet.of(Mode.ANNOTATION_SUBSCRIBE)));
        JsonNode message = sent("like me");
        room.next(Action.MESSAGE);
        Raw.Answer added = as("ann", "POST", at(message) + "/reactions", Raw.json("{'type':'distinct','name':'👍'}"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("serial").asText()).isNotEmpty();
        JsonNode summary = room.next(Action.MESSAGE).path("messages").path(0);
        assertThat(summary.path("action").asInt()).isEqualTo(4);
        assertThat(summary.path("serial")).isEqualTo(message.path("serial"));
        assertThat(summary.path("annotations")
                        .path("summary")
                        .path("reaction:distinct.v1")
                        .path("👍")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        JsonNode rawReaction =
                curious.next(Action.ANNOTATION).path("annotations").path(0);
        assertThat(rawReaction.path("type").asText()).isEqualTo("reaction:distinct.v1");
        assertThat(rawReaction.path("name").asText()).isEqualTo("👍");
        as("bob", "POST", at(message) + "/reactions", Raw.json("{'type':'distinct','name':'👍'}"));
        as("bob", "POST", at(message) + "/reactions", Raw.json("{'type':'multiple','name':'🎉','count':5}"));
        JsonNode reactions = raw.get(at(message)).body().path("reactions");
        assertThat(reactions.path("distinct").path("👍").path("clientIds")).isEqualTo(Raw.tree("['ann','bob']"));
        assertThat(reactions
                        .path("multiple")
                        .path("🎉")
                        .path("clientIds")
                        .path("bob")
                        .asInt())
                .isEqualTo(5);
        assertThat(raw.get(ROOM).body().path(0).path("reactions")).isEqualTo(reactions);
        JsonNode mine =
                raw.get(at(message) + "/client-reactions?forClientId=ann").body();
        assertThat(mine.path("multiple")).isEqualTo(Raw.json("{}"));
        assertThat(mine.path("unique")).isEqualTo(Raw.json("{}"));
        assertThat(mine.path("distinct").path("👍").path("total").asInt()).isEqualTo(2);
        assertThat(mine.path("distinct").path("👍").path("clientIds")).isEqualTo(Raw.tree("['ann']"));
        Raw.Answer removed =
                as("ann", "DELETE", at(message) + "/reactions?type=distinct&name=" + Raw.escape("👍"), null);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(raw.get(at(message))
                        .body()
                        .path("reactions")
                        .path("distinct")
                        .path("👍")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void reactions_that_make_no_sense_are_refused() {
        JsonNode message = sent("x");
        for (String body : List.of(
                "{'type':'funny','name':'a'}",
                "{'type':'distinct'}",
                "{'type':'multiple','name':'a','count':0}",
                "{'type':'distinct','name':'a','count':2}",
                "{'name':'a'}")) {
            assertThat(as("ann", "POST", at(message) + "/reactions", Raw.json(body))
                            .errorCode())
                    .as(body)
                    .isEqualTo(40003);
        }
        assertThat(as("ann", "POST", ROOM + "/unknown/reactions", Raw.json("{'type':'distinct','name':'a'}"))
                        .errorCode())
                .isEqualTo(40400);
        assertThat(raw.post(at(message) + "/reactions", Raw.json("{'type':'distinct','name':'a'}"))
                        .errorCode())
                .isEqualTo(40012);
    }

    @Test
    void occupancy_comes_right_after_attaching_then_on_change_and_over_rest() {
        RawSocket watcher = raw.connect();
        watcher.attach(CHANNEL, "{'params':{'occupancy':'metrics'}}");
        JsonNode first = watcher.next(Action.MESSAGE).path("messages").path(0);
        assertThat(first.path("name").asText()).isEqualTo("[meta]occupancy");
        assertThat(first.path("action").asInt()).isEqualTo(3);
        assertThat(JsonWire.parse(first.path("data").asText())
                        .path("metrics")
                        .path("connections")
                        .asInt())
                .isEqualTo(1);
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach(CHANNEL);
        ann.presence(CHANNEL, "[{'action':2},{'action':2}]");
        List<JsonNode> metrics = new ArrayList<>();
        do {
            JsonNode message = watcher.until(Action.MESSAGE).path("messages").path(0);
            metrics.add(JsonWire.parse(message.path("data").asText()).path("metrics"));
        } while (metrics.getLast().path("presenceMembers").asInt() != 1);
        assertThat(metrics.getLast().path("connections").asInt()).isEqualTo(2);
        assertThat(raw.get("/chat/v4/rooms/support/occupancy").body())
                .isEqualTo(Raw.json("{'connections':2,'presenceMembers':1}"));
        assertThat(raw.get(ROOM).body()).isEmpty();
    }

    @Test
    void one_metric_of_occupancy_can_be_asked_for() {
        RawSocket watcher = raw.connect();
        watcher.attach(CHANNEL, "{'params':{'occupancy':'metrics.subscribers'}}");
        JsonNode first = watcher.next(Action.MESSAGE).path("messages").path(0);
        assertThat(JsonWire.parse(first.path("data").asText())).isEqualTo(Raw.json("{'metrics':{'subscribers':1}}"));
    }
}
