package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per pitfall that a channel can show; those that need an SDK are in {@link SdkPitfallsTest}. */
@DisplayName("8 pitfalls of channels")
class Wire8ChannelPitfallsTest extends PitfallsTest {
    Wire8ChannelPitfallsTest(Format format) {
        super(format);
    }

    @Test
    void pitfall_05_a_new_channel_has_a_serial_and_sync_cursors_are_of_another_kind() {
        RawSocket socket = raw.connect();
        String position = socket.attach("room").path("channelSerial").asText();
        assertThat(position).isNotEmpty();
        socket.presence("room", "[{'action':2,'clientId':'a'}]");
        socket.until(Action.ACK);
        socket.send("{'action':16,'channel':'room'}");
        assertThat(socket.until(Action.SYNC).path("channelSerial").asText()).matches("[\\w-]+:");
    }

    @Test
    void pitfall_06_has_presence_is_always_followed_by_a_sync() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        crowd.presence("room", "[{'action':2,'clientId':'a'}]");
        crowd.until(Action.ACK);
        for (String flags : List.of("0", Integer.toString(Mode.flags(EnumSet.of(Mode.PUBLISH))))) {
            RawSocket socket = raw.connect();
            JsonNode attached = socket.attach("room", "{'flags':%s}", flags);
            boolean flagged = (attached.path("flags").asInt() & Flag.HAS_PRESENCE) != 0;
            assertThat(socket.settled().stream().anyMatch(f -> f.path("action").asInt() == Action.SYNC))
                    .isEqualTo(flagged);
        }
    }

    @Test
    void pitfall_07_own_presence_comes_back_leaves_repeat_data_and_have_foreign_ids() {
        RawSocket quiet = raw.connect("clientId=ann&echo=false");
        quiet.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.PRESENCE)));
        quiet.presence("room", "[{'action':2,'data':'d'}]");
        quiet.next(Action.PRESENCE);
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        watcher.settled();
        quiet.send("{'action':12,'channel':'room'}");
        JsonNode leave = watcher.next(Action.PRESENCE).path("presence").path(0);
        assertThat(leave.path("data").asText()).isEqualTo("d");
        assertThat(leave.path("id").asText()).doesNotStartWith(quiet.id());
    }

    @Test
    void pitfall_17_absent_fields_are_left_out_and_data_is_never_a_raw_object() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'name':null,'data':null,'extras':null,'clientId':null},{'data':{'a':1}}]");
        JsonNode messages = socket.until(Action.MESSAGE).path("messages");
        for (String field : List.of("name", "data", "extras", "annotations", "clientId", "encoding")) {
            assertThat(messages.path(0).has(field)).as(field).isFalse();
        }
        assertThat(messages.path(1).path("data").isTextual()).isTrue();
    }

    @Test
    void pitfall_18_binary_is_transcoded_everywhere() {
        try (Raw others = new Raw(server, format == Format.JSON ? Format.MSGPACK : Format.JSON)) {
            RawSocket there = others.connect();
            there.attach("room");
            RawSocket here = raw.connect("clientId=ann");
            here.attach("room");
            String serial = here.published("room", "[{'data':'AAEC','encoding':'base64'}]")
                    .getFirst();
            here.presence("room", "[{'action':2,'data':'AAEC','encoding':'base64'}]");
            here.annotate(
                    "room", "[{'type':'a:total.v1','messageSerial':'%s','data':'AAEC','encoding':'base64'}]", serial);
            here.settled();
            for (JsonNode entry : List.of(
                    there.next(Action.MESSAGE).path("messages").path(0),
                    there.next(Action.PRESENCE).path("presence").path(0),
                    others.get("/channels/room/messages").body().path(0),
                    others.get("/channels/room/presence").body().path(0),
                    others.get("/channels/room/messages/" + Raw.escape(serial) + "/annotations")
                            .body()
                            .path(0))) {
                boolean text = entry.path("data").isTextual();
                assertThat(text).isEqualTo(format == Format.MSGPACK);
                assertThat(entry.path("encoding").asText("")).isEqualTo(text ? "base64" : "");
                assertThat(entry.path("data").asText()).isEqualTo("AAEC");
            }
        }
    }

    @Test
    void pitfall_19_extras_are_verbatim_also_in_presence_but_for_a_forged_user_claim() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach("room");
        String extras = "{'headers':{'deep':[{'x':null}]},'other':1}";
        socket.presence("room", "[{'action':2,'extras':%s}]", extras);
        assertThat(socket.next(Action.PRESENCE).path("presence").path(0).path("extras"))
                .isEqualTo(Raw.json(extras));
        socket.publish("room", "[{'extras':{'headers':{},'userClaim':'forged'}}]");
        assertThat(socket.until(Action.MESSAGE).path("messages").path(0).path("extras"))
                .isEqualTo(Raw.json("{'headers':{}}"));
    }

    @Test
    void pitfall_23_the_default_modes_include_annotation_publish() {
        JsonNode attached = raw.connect().attach("room", "{'params':{'agent':'x'}}");
        assertThat(Mode.ofFlags(attached.path("flags").asInt()))
                .contains(Mode.ANNOTATION_PUBLISH)
                .doesNotContain(Mode.ANNOTATION_SUBSCRIBE);
        assertThat(attached.has("params")).isFalse();
    }

    @Test
    void pitfall_31_ephemeral_frames_advance_the_order() {
        RawSocket socket = raw.connect();
        String before = socket.attach("room").path("channelSerial").asText();
        socket.publish("room", "[{'extras':{'ephemeral':true}}]");
        String at = socket.until(Action.MESSAGE).path("channelSerial").asText();
        String after = socket.published("room", "[{}]").getFirst();
        assertThat(at).isGreaterThan(before);
        assertThat(after).isGreaterThan(at);
        assertThat(raw.get("/channels/room/messages").body()).hasSize(1);
        RawSocket late = raw.connect();
        late.attach("room", "{'channelSerial':'%s'}", before);
        assertThat(late.settled()).hasSize(1);
    }

    @Test
    void pitfall_33_occupancy_counts_connections_and_members_apart() {
        RawSocket socket = raw.connect();
        socket.attach("room", "{'params':{'occupancy':'metrics'}}");
        socket.next(Action.MESSAGE);
        socket.presence("room", "[{'action':2,'clientId':'a'},{'action':2,'clientId':'b'}]");
        socket.until(Action.ACK);
        JsonNode metrics = raw.get("/channels/room")
                .body()
                .path("status")
                .path("occupancy")
                .path("metrics");
        assertThat(metrics.path("connections").asInt()).isEqualTo(1);
        assertThat(metrics.path("presenceConnections").asInt()).isEqualTo(1);
        assertThat(metrics.path("presenceMembers").asInt()).isEqualTo(2);
    }
}
