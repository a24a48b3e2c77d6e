package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.1–1.4 upgrade, framing, CONNECTED, heartbeats")
class Wire1ConnectTest extends RawTest {

    Wire1ConnectTest(Format format) {
        super(format);
    }

    @Test
    void connected_carries_all_details_that_sdks_need() {
        JsonNode connected = raw.connect().connected();
        JsonNode details = connected.path("connectionDetails");
        assertThat(connected.path("connectionId").asText()).isNotEmpty();
        assertThat(details.path("connectionKey").asText()).contains("!");
        assertThat(details.path("maxMessageSize").asInt()).isEqualTo(65_536);
        assertThat(details.path("maxFrameSize").asInt()).isEqualTo(524_288);
        assertThat(details.path("connectionStateTtl").asInt()).isEqualTo(120_000);
        assertThat(details.path("maxIdleInterval").asInt()).isEqualTo(15_000);
        assertThat(details.path("serverId").asText()).isNotEmpty();
        assertThat(connected.has("error")).isFalse();
    }

    @Test
    void both_spellings_of_the_token_parameter_are_accepted() {
        String token = Jwts.of(60, "{'x-ably-clientId':'bob'}");
        for (String name : new String[] {"accessToken", "access_token"}) {
            JsonNode connected = raw.connect(name + "=" + token).connected();
            assertThat(connected.path("connectionDetails").path("clientId").asText())
                    .isEqualTo("bob");
        }
    }

    @Test
    void a_missing_version_is_an_error_frame_and_no_failed_upgrade() {
        JsonNode error = raw.open("v=1").next(Action.ERROR);
        assertThat(error.path("error").path("code").asInt()).isEqualTo(40017);
    }

    @Test
    void unknown_parameters_are_ignored() {
        assertThat(raw.connect("remainPresentFor=5&what=ever").id()).isNotEmpty();
    }

    @Test
    void nonsense_as_a_frame_is_an_error_and_the_server_lives() {
        RawSocket socket = raw.connect();
        socket.sendBytes(
                format == Format.JSON ? "{not json".getBytes(StandardCharsets.UTF_8) : new byte[] {(byte) 0xc1});
        assertThat(socket.next(Action.ERROR).path("error").path("code").asInt()).isEqualTo(40000);
        assertThat(socket.closeCode()).isEqualTo(1000);
        assertThat(raw.connect().id()).isNotEmpty();
    }

    @Test
    void a_frame_that_is_no_object_is_an_error() {
        RawSocket socket = raw.connect();
        socket.send("[1,2]");
        assertThat(socket.next(Action.ERROR).path("error").path("statusCode").asInt())
                .isEqualTo(400);
    }

    @Test
    void a_giant_frame_is_refused_as_too_large() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'data':'%s'}]", "x".repeat(600_000));
        assertThat(socket.next(Action.ERROR).path("error").path("code").asInt()).isEqualTo(40009);
    }

    @Test
    void unknown_actions_are_ignored() {
        RawSocket socket = raw.connect();
        for (int action : new int[] {3, 18, 19, 20, 99}) {
            socket.send("{'action':%d,'channel':'x'}", action);
        }
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void a_heartbeat_without_id_is_answered_without_id() {
        RawSocket socket = raw.connect();
        socket.send("{'action':0}");
        assertThat(socket.next(Action.HEARTBEAT).has("id")).isFalse();
    }

    @Test
    void an_unattached_detach_is_answered() {
        RawSocket socket = raw.connect();
        socket.send("{'action':12,'channel':'never'}");
        assertThat(socket.next(Action.DETACHED).path("channel").asText()).isEqualTo("never");
    }

    @Test
    void closing_is_answered_with_closed_and_a_normal_close() {
        RawSocket socket = raw.connect();
        socket.send("{'action':7}");
        socket.next(Action.CLOSED);
        assertThat(socket.closeCode()).isEqualTo(1000);
    }
}
