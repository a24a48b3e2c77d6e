package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.JsonWire;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4 Chat")
class Wire4ChatTest extends ChatTest {

    Wire4ChatTest(Format format) {
        super(format);
    }

    @Test
    void a_sent_message_has_the_shape_that_chat_expects() {
        JsonNode message = as("ann", "POST", ROOM, Raw.json("{'text':'hi','metadata':{'a':1},'headers':{'b':'c'}}"))
                .body();
        assertThat(message.path("text").asText()).isEqualTo("hi");
        assertThat(message.path("clientId").asText()).isEqualTo("ann");
        assertThat(message.path("action").asText()).isEqualTo("message.create");
        assertThat(message.path("metadata")).isEqualTo(Raw.json("{'a':1}"));
        assertThat(message.path("headers")).isEqualTo(Raw.json("{'b':'c'}"));
        assertThat(message.path("timestamp").asLong()).isPositive();
        assertThat(message.path("version"))
                .isEqualTo(Raw.json("{}")
                        .put("serial", message.path("serial").asText())
                        .put("timestamp", message.path("timestamp").longValue()));
        assertThat(message.has("reactions")).isFalse();
        JsonNode plain = sent("plain");
        assertThat(plain.path("metadata")).isEqualTo(Raw.json("{}"));
        assertThat(plain.path("headers")).isEqualTo(Raw.json("{}"));
    }

    @Test
    void the_room_sees_create_update_and_delete_with_the_versions_that_rest_answered() {
        RawSocket room = raw.connect();
        room.attach(CHANNEL);
        JsonNode created = as("ann", "POST", ROOM, Raw.json("{'text':'one','metadata':{'m':1},'headers':{'h':1}}"))
                .body();
        JsonNode updated = as(
                        "ann",
                        "PUT",
                        at(created),
                        Raw.json("{'message':{'text':'two'},'description':'typo','metadata':{'k':'v'}}"))
                .body();
        JsonNode deleted =
                as("ann", "POST", at(created) + "/delete", Raw.json("{}")).body();
        int action = 0;
        for (JsonNode answer : List.of(created, updated, deleted)) {
            JsonNode message = room.next(Action.MESSAGE).path("messages").path(0);
            assertThat(message.path("name").asText()).isEqualTo("chat.message");
            assertThat(message.path("action").asInt()).isEqualTo(action++);
            assertThat(message.path("serial")).isEqualTo(created.path("serial"));
            assertThat(message.path("version")).isEqualTo(answer.path("version"));
            assertThat(message.path("clientId").asText()).isEqualTo("ann");
            assertThat(message.path("timestamp")).isEqualTo(created.path("timestamp"));
            assertThat(message.path("encoding").asText()).isEqualTo("json");
            JsonNode data = JsonWire.parse(message.path("data").asText());
            assertThat(data.path("text")).isEqualTo(answer.path("text"));
            assertThat(data.path("metadata")).isEqualTo(answer.path("metadata"));
            assertThat(message.path("extras").path("headers")).isEqualTo(answer.path("headers"));
        }
        assertThat(updated.path("version").path("description").asText()).isEqualTo("typo");
        assertThat(updated.path("version").path("metadata")).isEqualTo(Raw.json("{'k':'v'}"));
        assertThat(updated.path("metadata")).isEqualTo(Raw.json("{}"));
        assertThat(deleted.path("text").asText()).isEmpty();
        assertThat(deleted.path("version").has("description")).isFalse();
    }

    @Test
    void the_versions_are_what_the_operations_answered() {
        JsonNode created = sent("one");
        JsonNode updated = as("ann", "PUT", at(created), Raw.json("{'message':{'text':'two'}}"))
                .body();
        JsonNode deleted = as("bob", "POST", at(created) + "/delete", Raw.json("{'description':'gone'}"))
                .body();
        JsonNode again = as("ann", "PUT", at(created), Raw.json("{'message':{'text':'three'}}"))
                .body();
        JsonNode versions = raw.get(at(created) + "/versions").body();
        assertThat(versions).containsExactly(created, updated, deleted, again);
        assertThat(deleted.path("version").path("clientId").asText()).isEqualTo("bob");
        assertThat(deleted.path("clientId").asText()).isEqualTo("ann");
        assertThat(raw.get(at(created)).body()).isEqualTo(again);
    }

    @Test
    void history_is_newest_first_unless_asked_otherwise_and_bounded_by_a_position() {
        sent("1");
        sent("2");
        RawSocket socket = raw.connect();
        String position = socket.attach(CHANNEL).path("channelSerial").asText();
        sent("3");
        assertThat(raw.get(ROOM).body())
                .extracting(m -> m.path("text").asText())
                .containsExactly("3", "2", "1");
        assertThat(raw.get(ROOM + "?orderBy=oldestFirst").body())
                .extracting(m -> m.path("text").asText())
                .containsExactly("1", "2", "3");
        assertThat(raw.get(ROOM + "?direction=forwards").body())
                .extracting(m -> m.path("text").asText())
                .containsExactly("1", "2", "3");
        assertThat(raw.get(ROOM + "?fromSerial=" + Raw.escape(position)).body())
                .extracting(m -> m.path("text").asText())
                .containsExactly("2", "1");
        assertThat(raw.get(ROOM + "?limit=1001").errorCode()).isEqualTo(40003);
        assertThat(raw.get("/chat/v4/rooms/nobody/messages").body()).isEqualTo(Raw.tree("[]"));
    }

    @Test
    void a_position_after_a_frame_that_is_not_stored_bounds_history_too() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach(CHANNEL);
        sent("1");
        socket.next(Action.MESSAGE);
        socket.publish(CHANNEL, "[{'name':'typing.started','extras':{'ephemeral':true}}]");
        String position = socket.until(Action.MESSAGE).path("channelSerial").asText();
        sent("2");
        assertThat(raw.get(ROOM + "?fromSerial=" + Raw.escape(position)).body())
                .extracting(m -> m.path("text").asText())
                .containsExactly("1");
    }

    @Test
    void requests_that_make_no_sense_are_refused() {
        for (String body : List.of(
                "{}", "{'text':''}", "{'text':5}", "{'text':'x','metadata':[]}", "{'text':'x','headers':'y'}")) {
            assertThat(as("ann", "POST", ROOM, Raw.json(body)).errorCode())
                    .as(body)
                    .isEqualTo(40001);
        }
        assertThat(raw.post(ROOM, Raw.json("{'text':'x'}")).errorCode()).isEqualTo(40012);
        JsonNode message = sent("x");
        assertThat(as("ann", "PUT", at(message), Raw.json("{'message':{}}")).errorCode())
                .isEqualTo(40001);
        assertThat(as("ann", "PUT", at(message), Raw.json("{'text':'x'}")).errorCode())
                .isEqualTo(40001);
        assertThat(as("ann", "PUT", ROOM + "/unknown", Raw.json("{'message':{'text':'x'}}"))
                        .errorCode())
                .isEqualTo(40400);
        assertThat(raw.get(ROOM + "/unknown").errorCode()).isEqualTo(40400);
        assertThat(raw.get("/chat/v9/rooms/support/messages").errorCode()).isEqualTo(40400);
    }

    @Test
    void the_same_idempotency_key_gives_the_same_message_and_no_new_event() {
        RawSocket room = raw.connect();
        room.attach(CHANNEL);
        JsonNode first = as("ann", "POST", ROOM + "?idempotencyKey=k1", Raw.json("{'text':'once'}"))
                .body();
        JsonNode again = as("ann", "POST", ROOM + "?idempotencyKey=k1", Raw.json("{'text':'once'}"))
                .body();
        JsonNode other = as("ann", "POST", ROOM + "?idempotencyKey=k2", Raw.json("{'text':'once'}"))
                .body();
        assertThat(again).isEqualTo(first);
        assertThat(other.path("serial")).isNotEqualTo(first.path("serial"));
        assertThat(room.settled()).hasSize(2);
        JsonNode update = as("ann", "PUT", at(first) + "?idempotencyKey=k1", Raw.json("{'message':{'text':'two'}}"))
                .body();
        assertThat(update.path("action").asText()).isEqualTo("message.update");
        assertThat(as("ann", "PUT", at(first) + "?idempotencyKey=k1", Raw.json("{'message':{'text':'two'}}"))
                        .body())
                .isEqualTo(update);
    }

    @Test
    void one_store_serves_the_channel_and_the_chat_view() {
        JsonNode message = sent("one");
        String serial = Raw.escape(message.path("serial").asText());
        raw.send(
                "PATCH",
                "/channels/" + Raw.escape(CHANNEL) + "/messages/" + serial,
                Raw.json("{'data':{'text':'edited','metadata':{}}}"));
        assertThat(raw.get(at(message)).body().path("text").asText()).isEqualTo("edited");
        RawSocket socket = raw.connect("clientId=ann");
        socket.published(CHANNEL, "[{'name':'chat.message','data':{'text':'raw'},'extras':{'headers':{'h':1}}}]");
        JsonNode newest = raw.get(ROOM + "?limit=1").body().path(0);
        assertThat(newest.path("text").asText()).isEqualTo("raw");
        assertThat(newest.path("headers")).isEqualTo(Raw.json("{'h':1}"));
        assertThat(newest.path("metadata")).isEqualTo(Raw.json("{}"));
    }

    @Test
    void the_user_claim_of_the_operator_stands_on_its_version() {
        String claim = "Bearer " + Jwts.of(60, "{'x-ably-clientId':'ann','ably.room.support':'gold'}");
        JsonNode message =
                raw.post(ROOM, Raw.json("{'text':'x'}"), "Authorization", claim).body();
        assertThat(message.path("userClaim").asText()).isEqualTo("gold");
        JsonNode updated = as("bob", "PUT", at(message), Raw.json("{'message':{'text':'y'}}"))
                .body();
        assertThat(updated.has("userClaim")).isFalse();
        JsonNode versions = raw.get(at(message) + "/versions").body();
        assertThat(versions.path(0).path("userClaim").asText()).isEqualTo("gold");
    }

    @Test
    void room_names_of_all_kinds_work_when_encoded() {
        String path = "/chat/v4/rooms/" + Raw.escape("tickets/ü:1 + 2?") + "/messages";
        assertThat(as("ann", "POST", path, Raw.json("{'text':'x'}")).status()).isEqualTo(201);
        assertThat(raw.get(path).body()).hasSize(1);
        assertThat(raw.get("/channels/" + Raw.escape("tickets/ü:1 + 2?::$chat") + "/messages")
                        .body())
                .hasSize(1);
    }
}
