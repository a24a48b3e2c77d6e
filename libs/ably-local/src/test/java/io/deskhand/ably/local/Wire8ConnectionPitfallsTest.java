package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per pitfall that a connection can show; those that need an SDK are in {@link SdkPitfallsTest}. */
@DisplayName("8 pitfalls of connections")
class Wire8ConnectionPitfallsTest extends PitfallsTest {
    Wire8ConnectionPitfallsTest(Format format) {
        super(format);
    }

    @Test
    void pitfall_01_zero_values_are_written() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{}]");
        JsonNode ack = socket.next(Action.ACK);
        assertThat(ack.has("msgSerial")).isTrue();
        assertThat(ack.path("msgSerial").asLong(-1)).isZero();
        assertThat(ack.path("count").asInt()).isEqualTo(1);
        socket.send("{'action':0}");
        assertThat(socket.next().has("action")).isTrue();
    }

    @Test
    void pitfall_02_an_ack_counts_frames_not_messages_and_rest_answers_serials() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{},{},{}]");
        JsonNode ack = socket.next(Action.ACK);
        assertThat(ack.path("count").asInt()).isEqualTo(1);
        assertThat(ack.path("res")).hasSize(1);
        assertThat(ack.path("res").path(0).path("serials")).hasSize(3);
        assertThat(raw.post("/channels/room/messages", Raw.json("{}")).body().path("serials"))
                .hasSize(1);
    }

    @Test
    void pitfall_03_nack_has_count_and_error_and_error_has_error() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[]");
        JsonNode nack = socket.next(Action.NACK);
        assertThat(nack.path("count").asInt()).isEqualTo(1);
        assertThat(code(nack)).isPositive();
        assertThat(code(raw.open("key=a.b:c").next(Action.ERROR))).isPositive();
    }

    @Test
    void pitfall_04_attached_precedes_everything_else_of_its_channel() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        crowd.presence("room", "[{'action':2,'clientId':'a'}]");
        crowd.published("room", "[{'name':'n'}]");
        RawSocket socket = raw.connect();
        socket.send("{'action':10,'channel':'room','params':{'rewind':'1','occupancy':'metrics'}}");
        List<JsonNode> frames = socket.settled();
        assertThat(frames).extracting(f -> f.path("action").asInt()).startsWith(Action.ATTACHED);
        assertThat(frames)
                .extracting(f -> f.path("action").asInt())
                .containsExactlyInAnyOrder(Action.ATTACHED, Action.MESSAGE, Action.SYNC, Action.MESSAGE);
        socket.send("{'action':10,'channel':'room'}");
        assertThat(socket.settled()).extracting(f -> f.path("action").asInt()).startsWith(Action.ATTACHED);
    }

    @Test
    void pitfall_08_heartbeats_echo_ids_and_idle_connections_get_one() {
        RawSocket socket = raw.connect();
        socket.send("{'action':0,'id':'x'}");
        assertThat(socket.next(Action.HEARTBEAT).path("id").asText()).isEqualTo("x");
        assertThat(socket.connected()
                        .path("connectionDetails")
                        .path("maxIdleInterval")
                        .asInt())
                .isEqualTo(15_000);
        ahead.set(Duration.ofSeconds(8).toMillis());
        assertThat(socket.next(Action.HEARTBEAT).has("id")).isFalse();
    }

    @Test
    void pitfall_09_a_key_gets_no_invented_client_id() {
        assertThat(raw.connect()
                        .connected()
                        .path("connectionDetails")
                        .path("clientId")
                        .asText("*"))
                .isEqualTo("*");
    }

    @Test
    void pitfall_10_no_close_code_that_ably_java_takes_for_a_failure() {
        RawSocket refused = raw.open("key=a.b:c");
        refused.next(Action.ERROR);
        assertThat(refused.closeCode()).isEqualTo(1000);
        RawSocket told = raw.connect("accessToken=" + Jwts.of(0.3, "{}"));
        told.next(Action.DISCONNECTED);
        assertThat(told.closeCode()).isEqualTo(1000);
    }

    @Test
    void pitfall_11_bad_credentials_are_an_error_frame_behind_a_successful_upgrade() {
        for (String query : List.of(
                "key=a.b:c",
                "key=x",
                "accessToken=x",
                "access_token=ey.x.y",
                "clientId=b&accessToken=" + Jwts.of(60, "{}"))) {
            assertThat(code(raw.open(query).next(Action.ERROR))).as(query).isBetween(40000, 40499);
        }
    }

    @Test
    void pitfall_25_a_bad_resume_key_is_a_new_connection_and_not_an_error() {
        assertThat(code(raw.connect("resume=_____!ablyjs_test_fake-key____").connected()))
                .isEqualTo(80018);
    }

    @Test
    void pitfall_25_resumed_is_judged_by_the_position_alone_also_of_a_frame_that_was_not_stored() {
        RawSocket first = raw.connect();
        first.attach("room");
        first.publish("room", "[{'extras':{'ephemeral':true}}]");
        String position = first.until(Action.MESSAGE).path("channelSerial").asText();
        for (String query : List.of("", "resume=_____!ablyjs_test_fake-key____")) {
            JsonNode attached = raw.connect(query).attach("room", "{'channelSerial':'%s'}", position);
            assertThat(attached.path("flags").asInt() & Flag.RESUMED).isNotZero();
            assertThat(attached.has("error")).isFalse();
        }
        JsonNode elsewhere = raw.connect().attach("room", "{'channelSerial':'01726585978590-001@abcdefghij'}");
        assertThat(elsewhere.path("flags").asInt() & Flag.RESUMED).isZero();
        assertThat(code(elsewhere)).isEqualTo(90003);
    }

    @Test
    void pitfall_26_in_band_auth_is_answered_with_connected_and_the_same_ids() {
        RawSocket socket = raw.connect();
        socket.attach("lost");
        socket.attach("kept");
        socket.send("{'action':17,'auth':{'accessToken':'%s'}}", Jwts.of(60, "{'x-ably-capability':{'kept':['*']}}"));
        JsonNode connected = socket.next(Action.CONNECTED);
        assertThat(connected.path("connectionId").asText()).isEqualTo(socket.id());
        assertThat(connected.path("connectionDetails").path("connectionKey").asText())
                .isEqualTo(socket.key());
        JsonNode lost = socket.next(Action.ERROR);
        assertThat(lost.path("channel").asText()).isEqualTo("lost");
        assertThat(code(lost)).isEqualTo(40160);
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void pitfall_27_a_token_of_half_a_second_disconnects_with_40142() {
        assertThat(code(raw.connect("accessToken=" + Jwts.of(0.5, "{}")).next(Action.DISCONNECTED)))
                .isEqualTo(40142);
    }

    @Test
    void pitfall_29_an_empty_channel_name_is_named_in_its_error() {
        RawSocket socket = raw.connect();
        socket.send("{'action':10,'channel':''}");
        JsonNode error = socket.next(Action.ERROR);
        assertThat(error.has("channel")).isTrue();
        assertThat(error.path("channel").asText("x")).isEmpty();
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void pitfall_30_echo_is_suppressed_by_connection_not_by_client() {
        RawSocket quiet = raw.connect("echo=false&clientId=ann");
        RawSocket other = raw.connect("echo=false&clientId=ann");
        quiet.attach("room");
        other.attach("room");
        quiet.published("room", "[{}]");
        assertThat(quiet.settled()).isEmpty();
        other.next(Action.MESSAGE);
    }

    @Test
    void pitfall_30_a_publish_without_an_attachment_is_acknowledged_and_delivered() {
        RawSocket listener = raw.connect();
        listener.attach("room");
        RawSocket passing = raw.connect();
        passing.publish("room", "[{'name':'transient'}]");
        assertThat(passing.settled()).extracting(f -> f.path("action").asInt()).containsExactly(Action.ACK);
        assertThat(listener.next(Action.MESSAGE)
                        .path("messages")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("transient");
    }

    @Test
    void pitfall_35_bursts_pass_by_default() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 500; i++) {
            socket.publish("room", "[{}]");
        }
        assertThat(socket.settled()).hasSize(500).allMatch(f -> f.path("action").asInt() == Action.ACK);
    }

    @Test
    void pitfall_36_ipv4_and_ipv6_share_the_port() {
        HttpRequest six = HttpRequest.newBuilder(URI.create("http://[::1]:" + server.port() + "/time"))
                .build();
        assertThat(raw.send(six).status()).isEqualTo(200);
        assertThat(raw.get("/time").status()).isEqualTo(200);
    }
}
