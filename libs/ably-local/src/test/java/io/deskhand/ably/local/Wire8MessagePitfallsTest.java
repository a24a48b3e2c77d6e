package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per pitfall that a message can show; those that need an SDK are in {@link SdkPitfallsTest}. */
@DisplayName("8 pitfalls of messages")
class Wire8MessagePitfallsTest extends PitfallsTest {
    Wire8MessagePitfallsTest(Format format) {
        super(format);
    }

    @Test
    void pitfall_20_the_timestamp_is_the_creations_and_a_deletion_keeps_what_it_does_not_supply() {
        String serial = raw.post(
                        "/channels/room/messages", Raw.json("{'name':'n','data':'d','extras':{'headers':{'h':1}}}"))
                .body()
                .path("serials")
                .path(0)
                .asText();
        String at = "/channels/room/messages/" + Raw.escape(serial);
        JsonNode created = raw.get(at).body();
        ahead.set(5_000);
        raw.post(at + "/delete", Raw.json("{'operation':{'metadata':{'k':'v'}}}"));
        JsonNode deleted = raw.get(at).body();
        assertThat(deleted.path("timestamp")).isEqualTo(created.path("timestamp"));
        assertThat(deleted.path("version").path("timestamp").asLong())
                .isGreaterThan(created.path("timestamp").asLong() + 4_000);
        assertThat(deleted.path("version").path("metadata")).isEqualTo(Raw.json("{'k':'v'}"));
        for (String field : List.of("name", "data", "extras")) {
            assertThat(deleted.path(field)).as(field).isEqualTo(created.path(field));
        }
    }

    @Test
    void pitfall_20_a_deletion_in_chat_clears_text_metadata_and_headers() {
        String[] ann = {"X-Ably-ClientId", Raw.clientIdHeader("ann")};
        String room = "/chat/v4/rooms/r/messages";
        JsonNode sent = raw.post(room, Raw.json("{'text':'t','metadata':{'m':1},'headers':{'h':'1'}}"), ann)
                .body();
        String path = room + "/" + Raw.escape(sent.path("serial").asText());
        JsonNode deleted = raw.post(path + "/delete", Raw.json("{}"), ann).body();
        assertThat(deleted.path("text").asText("absent")).isEmpty();
        assertThat(deleted.path("metadata")).isEqualTo(Raw.json("{}"));
        assertThat(deleted.path("headers")).isEqualTo(Raw.json("{}"));
        assertThat(deleted.path("timestamp")).isEqualTo(sent.path("timestamp"));
    }

    @Test
    void pitfall_21_an_old_client_gets_appends_as_updates() {
        RawSocket old = raw.connect("v=4");
        old.attach("room");
        String serial = raw.connect().published("room", "[{'data':'a'}]").getFirst();
        raw.connect().published("room", "[{'action':5,'serial':'%s','data':'b'}]", serial);
        old.next(Action.MESSAGE);
        JsonNode update = old.next(Action.MESSAGE).path("messages").path(0);
        assertThat(update.path("action").asInt()).isEqualTo(1);
        assertThat(update.path("data").asText()).isEqualTo("ab");
    }

    @Test
    void pitfall_21_an_append_is_told_by_its_delta_with_all_that_identifies_it() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        RawSocket author = raw.connect();
        String serial = author.published("room", "[{'name':'n','data':'a','extras':{'headers':{'h':'1'}}}]")
                .getFirst();
        JsonNode created = socket.next(Action.MESSAGE).path("messages").path(0);
        author.published("room", "[{'action':5,'serial':'%s','data':'b'}]", serial);
        JsonNode delta = socket.next(Action.MESSAGE).path("messages").path(0);
        assertThat(delta.path("action").asInt()).isEqualTo(5);
        assertThat(delta.path("data").asText()).isEqualTo("b");
        for (String field : List.of("name", "extras", "timestamp", "serial")) {
            assertThat(delta.path(field)).as(field).isEqualTo(created.path(field));
        }
        assertThat(delta.path("version").path("serial").asText()).isGreaterThan(serial);
    }

    @Test
    void pitfall_22_repetitions_are_harmless_on_rest_chat_and_resume() {
        RawSocket first = raw.connect();
        first.published("room", "[{'name':'once'}]");
        first.close();
        RawSocket second = raw.connect("resume=" + Raw.escape(first.key()));
        second.send("{'action':15,'channel':'room','msgSerial':0,'messages':[{'name':'once'}]}");
        second.next(Action.ACK);
        assertThat(raw.get("/channels/room/messages").body()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            raw.post("/channels/room::$chat/messages".replace("$", "%24"), Raw.tree("[{'id':'base:0','name':'rest'}]"));
            raw.post(
                    "/chat/v4/rooms/room/messages?idempotencyKey=k",
                    Raw.json("{'text':'chat'}"),
                    "X-Ably-ClientId",
                    Raw.clientIdHeader("a"));
        }
        assertThat(raw.get("/channels/room%3A%3A%24chat/messages").body()).hasSize(2);
    }

    @Test
    void pitfall_32_summaries_are_in_history_and_raw_annotations_are_not_replayed() {
        RawSocket socket = raw.connect("clientId=ann");
        String position = socket.attach("room").path("channelSerial").asText();
        String serial = socket.published("room", "[{}]").getFirst();
        socket.annotate("room", "[{'type':'a:flag.v1','messageSerial':'%s'}]", serial);
        socket.settled();
        assertThat(raw.get("/channels/room/messages")
                        .body()
                        .path(0)
                        .path("annotations")
                        .path("summary")
                        .has("a:flag.v1"))
                .isTrue();
        RawSocket late = raw.connect();
        late.attach(
                "room",
                "{'channelSerial':'%s','flags':%d}",
                position,
                Mode.flags(EnumSet.of(Mode.SUBSCRIBE, Mode.ANNOTATION_SUBSCRIBE)));
        assertThat(late.settled()).extracting(f -> f.path("action").asInt()).containsOnly(Action.MESSAGE);
    }

    @Test
    void pitfall_32_raw_annotations_reach_those_who_asked_and_summaries_all_others_too() {
        RawSocket curious = raw.connect("clientId=ann");
        curious.attach(
                "room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.ANNOTATION_SUBSCRIBE, Mode.ANNOTATION_PUBLISH)));
        RawSocket plain = raw.connect();
        plain.attach("room");
        String serial = plain.published("room", "[{}]").getFirst();
        plain.settled();
        curious.annotate("room", "[{'type':'a:flag.v1','messageSerial':'%s'}]", serial);
        assertThat(curious.settled())
                .extracting(f -> f.path("action").asInt())
                .containsExactlyInAnyOrder(Action.ACK, Action.ANNOTATION);
        JsonNode summary = plain.next(Action.MESSAGE).path("messages").path(0);
        assertThat(summary.path("action").asInt()).isEqualTo(4);
        assertThat(plain.settled()).isEmpty();
    }
}
