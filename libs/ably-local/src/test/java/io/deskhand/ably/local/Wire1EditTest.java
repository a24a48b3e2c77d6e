package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.7 MESSAGE: versions and ephemeral messages")
class Wire1EditTest extends RawTest {
    Wire1EditTest(Format format) {
        super(format);
    }

    private JsonNode only(RawSocket socket) {
        JsonNode frame = socket.until(Action.MESSAGE);
        assertThat(frame.path("messages")).hasSize(1);
        return frame.path("messages").path(0);
    }

    @Test
    void ephemeral_messages_are_delivered_but_not_stored_rewound_or_replayed() {
        RawSocket socket = raw.connect();
        String before = socket.attach("room").path("channelSerial").asText();
        socket.publish("room", "[{'name':'fleeting','extras':{'ephemeral':true}}]");
        assertThat(only(socket).path("name").asText()).isEqualTo("fleeting");
        assertThat(raw.get("/channels/room/messages").body()).isEmpty();
        RawSocket late = raw.connect();
        late.attach("room", "{'channelSerial':'%s'}", before);
        assertThat(late.settled()).isEmpty();
    }

    @Test
    void ephemeral_and_lasting_messages_do_not_mix() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'extras':{'ephemeral':true}},{'name':'lasting'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40000);
    }

    @Test
    void an_update_mixes_into_the_message_and_keeps_its_identity() {
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        String serial = ann.published("room", "[{'name':'n','data':'one','extras':{'headers':{'h':1}}}]")
                .getFirst();
        long timestamp = raw.get("/channels/room/messages/" + Raw.escape(serial))
                .body()
                .path("timestamp")
                .asLong();
        String version = ann.published(
                        "room",
                        "[{'action':1,'serial':'%s','data':'two','version':{'description':'why','metadata':{'k':'v'}}}]",
                        serial)
                .getFirst();
        JsonNode stored =
                raw.get("/channels/room/messages/" + Raw.escape(serial)).body();
        assertThat(version).isGreaterThan(serial);
        assertThat(stored.path("serial").asText()).isEqualTo(serial);
        assertThat(stored.path("action").asInt()).isEqualTo(1);
        assertThat(stored.path("name").asText()).isEqualTo("n");
        assertThat(stored.path("data").asText()).isEqualTo("two");
        assertThat(stored.path("extras")).isEqualTo(Raw.json("{'headers':{'h':1}}"));
        assertThat(stored.path("timestamp").asLong()).isEqualTo(timestamp);
        assertThat(stored.path("version").path("serial").asText()).isEqualTo(version);
        assertThat(stored.path("version").path("clientId").asText()).isEqualTo("ann");
        assertThat(stored.path("version").path("description").asText()).isEqualTo("why");
        assertThat(stored.path("version").path("metadata")).isEqualTo(Raw.json("{'k':'v'}"));
    }

    @Test
    void an_append_is_delivered_as_its_delta_or_in_full_as_asked() {
        RawSocket delta = raw.connect();
        RawSocket full = raw.connect();
        RawSocket old = raw.connect("v=4");
        delta.attach("room");
        full.attach("room", "{'params':{'appendMode':'full'}}");
        old.attach("room");
        String serial =
                raw.connect().published("room", "[{'name':'n','data':'one'}]").getFirst();
        raw.connect().published("room", "[{'action':5,'serial':'%s','data':' two'}]", serial);
        only(delta);
        only(full);
        only(old);
        JsonNode asDelta = only(delta);
        assertThat(asDelta.path("action").asInt()).isEqualTo(5);
        assertThat(asDelta.path("data").asText()).isEqualTo(" two");
        assertThat(asDelta.path("name").asText()).isEqualTo("n");
        assertThat(asDelta.path("version").path("serial").asText()).isGreaterThan(serial);
        for (RawSocket socket : List.of(full, old)) {
            JsonNode whole = only(socket);
            assertThat(whole.path("action").asInt()).isEqualTo(1);
            assertThat(whole.path("data").asText()).isEqualTo("one two");
        }
    }

    @Test
    void an_operation_on_an_unknown_message_is_refused() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'action':1,'serial':'01726585978590-001@abcdefghij:001','data':'x'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40400);
    }
}
