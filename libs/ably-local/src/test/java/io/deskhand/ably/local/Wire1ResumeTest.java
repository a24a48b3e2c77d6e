package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.11 resume and recover")
class Wire1ResumeTest extends RawTest {

    Wire1ResumeTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults()
                .withRetention(Retention.defaults()
                        .withConnectionState(Duration.ofMillis(400))
                        .withBacklogFrames(10));
    }

    private static boolean resumed(JsonNode attached) {
        return (attached.path("flags").asInt() & Flag.RESUMED) != 0;
    }

    private void publish(String name) {
        raw.post("/channels/room/messages", Raw.json("{}").put("name", name));
    }

    private static List<String> names(List<JsonNode> frames) {
        return frames.stream()
                .map(f -> f.path("messages").path(0).path("name").asText())
                .toList();
    }

    @Test
    void a_resumed_connection_keeps_its_id_gets_a_new_key_and_what_it_missed_in_order() {
        RawSocket first = raw.connect();
        first.attach("room");
        publish("seen");
        String position = first.next(Action.MESSAGE).path("channelSerial").asText();
        first.close();
        publish("missed 1");
        publish("missed 2");
        RawSocket second = raw.connect("resume=" + Raw.escape(first.key()));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.connected().has("error")).isFalse();
        assertThat(resumed(second.attach("room", "{'channelSerial':'%s'}", position)))
                .isTrue();
        assertThat(names(second.settled())).containsExactly("missed 1", "missed 2");
    }

    @Test
    void recover_is_the_same_for_a_new_client() {
        RawSocket first = raw.connect();
        first.close();
        RawSocket second = raw.connect("recover=" + Raw.escape(first.key()));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.key()).isNotEqualTo(first.key());
    }

    @Test
    void a_new_connection_with_a_known_position_resumes_the_channel_too() {
        RawSocket first = raw.connect();
        String position = first.attach("room").path("channelSerial").asText();
        publish("missed");
        RawSocket other = raw.connect();
        assertThat(resumed(other.attach("room", "{'channelSerial':'%s'}", position)))
                .isTrue();
        assertThat(names(other.settled())).containsExactly("missed");
    }

    @Test
    void the_position_of_a_frame_that_is_not_stored_can_be_resumed_from() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'extras':{'ephemeral':true}}]");
        String position = socket.until(Action.MESSAGE).path("channelSerial").asText();
        publish("after");
        RawSocket other = raw.connect();
        assertThat(resumed(other.attach("room", "{'channelSerial':'%s'}", position)))
                .isTrue();
        assertThat(names(other.settled())).containsExactly("after");
    }

    @Test
    void positions_of_another_life_of_the_channel_are_no_continuity() {
        RawSocket socket = raw.connect();
        JsonNode attached = socket.attach("room", "{'channelSerial':'01726585978590-001@abcdefghij'}");
        assertThat(resumed(attached)).isFalse();
        assertThat(code(attached)).isEqualTo(90003);
    }

    @Test
    void a_backlog_that_overflowed_is_a_loss_that_is_said() {
        RawSocket first = raw.connect();
        String position = first.attach("room").path("channelSerial").asText();
        for (int i = 0; i < 15; i++) {
            publish("n" + i);
        }
        RawSocket other = raw.connect();
        JsonNode attached = other.attach("room", "{'channelSerial':'%s'}", position);
        assertThat(resumed(attached)).isFalse();
        assertThat(code(attached)).isEqualTo(90004);
        assertThat(other.settled()).isEmpty();
    }

    @Test
    void unknown_malformed_and_expired_keys_give_a_new_connection_with_a_reason() {
        RawSocket first = raw.connect();
        first.close();
        await().atMost(Sdk.PATIENCE)
                .until(() ->
                        raw.get("/_local/state").body().path("connectionCount").asInt() == 0);
        for (String key : List.of(first.key(), "_____!ablyjs_test_fake-key____", "nonsense", "!", "a!b")) {
            RawSocket second = raw.connect("resume=" + Raw.escape(key));
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(code(second.connected())).isEqualTo(80018);
        }
    }

    @Test
    void a_second_transport_takes_a_live_connection_over() {
        RawSocket first = raw.connect();
        first.attach("room");
        RawSocket second = raw.connect("resume=" + Raw.escape(first.key()));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(code(first.next(Action.DISCONNECTED))).isEqualTo(80016);
        publish("nobody is attached");
        assertThat(second.settled()).isEmpty();
    }

    @Test
    void credentials_are_checked_before_a_resume() {
        RawSocket first = raw.connect();
        first.close();
        JsonNode error = raw.open("resume=" + Raw.escape(first.key()) + "&key=app.key:wrong")
                .next(Action.ERROR);
        assertThat(code(error)).isEqualTo(40101);
    }

    @Test
    void another_client_cannot_resume_a_connection() {
        RawSocket first = raw.connect("clientId=ann");
        first.close();
        JsonNode error =
                raw.open("resume=" + Raw.escape(first.key()) + "&clientId=bob").next(Action.ERROR);
        assertThat(code(error)).isEqualTo(40102);
    }

    @Test
    void missed_presence_is_replayed() {
        RawSocket first = raw.connect();
        String position = first.attach("room").path("channelSerial").asText();
        first.close();
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        ann.presence("room", "[{'action':2}]");
        ann.until(Action.ACK);
        RawSocket second = raw.connect("resume=" + Raw.escape(first.key()));
        second.attach("room", "{'channelSerial':'%s'}", position);
        assertThat(second.next(Action.PRESENCE).path("presence")).hasSize(1);
        assertThat(second.next(Action.SYNC).path("presence")).hasSize(1);
    }
}
