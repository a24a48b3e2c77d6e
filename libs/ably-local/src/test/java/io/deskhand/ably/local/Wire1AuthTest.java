package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.10 AUTH, DISCONNECTED, CLOSE, ERROR")
class Wire1AuthTest extends RawTest {

    Wire1AuthTest(Format format) {
        super(format);
    }

    private static void authorize(RawSocket socket, String token) {
        socket.send("{'action':17,'auth':{'accessToken':'%s'}}", token);
    }

    @Test
    void authorizing_in_band_keeps_the_connection_and_its_key() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(60, "{'x-ably-clientId':'ann'}"));
        authorize(socket, Jwts.of(120, "{'x-ably-clientId':'ann'}"));
        JsonNode connected = socket.next(Action.CONNECTED);
        assertThat(connected.path("connectionId").asText()).isEqualTo(socket.id());
        assertThat(connected.path("connectionDetails").path("connectionKey").asText())
                .isEqualTo(socket.key());
    }

    @Test
    void a_lost_capability_ends_the_channel_with_an_error_and_keeps_the_others() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(60, "{}"));
        socket.attach("kept");
        socket.attach("lost");
        authorize(socket, Jwts.of(60, "{'x-ably-capability':{'kept':['*']}}"));
        socket.next(Action.CONNECTED);
        JsonNode error = socket.next(Action.ERROR);
        assertThat(error.path("channel").asText()).isEqualTo("lost");
        assertThat(code(error)).isEqualTo(40160);
        socket.publish("kept", "[{'name':'n'}]");
        socket.next(Action.MESSAGE);
    }

    @Test
    void a_token_of_another_client_ends_the_connection() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(60, "{'x-ably-clientId':'ann'}"));
        authorize(socket, Jwts.of(60, "{'x-ably-clientId':'bob'}"));
        assertThat(code(socket.next(Action.ERROR))).isEqualTo(40102);
    }

    @Test
    void a_bad_token_ends_the_connection() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(60, "{}"));
        authorize(socket, Jwts.of(60, "{}") + "x");
        assertThat(code(socket.next(Action.ERROR))).isEqualTo(40144);
    }

    @Test
    void an_expired_token_disconnects_with_40142_and_the_connection_can_be_resumed() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(0.4, "{'x-ably-clientId':'ann'}"));
        assertThat(code(socket.next(Action.DISCONNECTED))).isEqualTo(40142);
        assertThat(socket.closeCode()).isEqualTo(1000);
        RawSocket again = raw.connect(
                "resume=" + Raw.escape(socket.key()) + "&accessToken=" + Jwts.of(60, "{'x-ably-clientId':'ann'}"));
        assertThat(again.id()).isEqualTo(socket.id());
        assertThat(again.connected().has("error")).isFalse();
    }

    @Test
    void a_renewed_token_prevents_the_expiry() {
        RawSocket socket = raw.connect("accessToken=" + Jwts.of(0.5, "{}"));
        authorize(socket, Jwts.of(60, "{}"));
        socket.next(Action.CONNECTED);
        RawSocket witness = raw.connect("accessToken=" + Jwts.of(0.7, "{}"));
        witness.next(Action.DISCONNECTED);
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void half_a_minute_before_a_token_ends_the_client_is_asked_for_another() {
        int hastened = 200;
        try (AblyLocal hasty = AblyLocal.start(
                        AblyLocalOptions.defaults(),
                        timers -> (in, task) -> timers.after(in.dividedBy(hastened), task));
                Raw over = new Raw(hasty, format)) {
            RawSocket socket = over.connect("accessToken=" + Jwts.of(90, "{}"));
            socket.next(Action.AUTH);
            authorize(socket, Jwts.of(90, "{}"));
            socket.next(Action.CONNECTED);
            socket.next(Action.AUTH);
            assertThat(code(socket.next(Action.DISCONNECTED))).isEqualTo(40142);
        }
    }

    @Test
    void a_client_that_says_disconnect_keeps_its_connection() {
        RawSocket socket = raw.connect();
        socket.send("{'action':5}");
        socket.next(Action.DISCONNECTED);
        assertThat(raw.connect("resume=" + Raw.escape(socket.key())).id()).isEqualTo(socket.id());
    }

    @Test
    void a_closed_connection_cannot_be_resumed() {
        RawSocket socket = raw.connect();
        socket.send("{'action':7}");
        socket.next(Action.CLOSED);
        RawSocket again = raw.connect("resume=" + Raw.escape(socket.key()));
        assertThat(again.id()).isNotEqualTo(socket.id());
        assertThat(code(again.connected())).isEqualTo(80018);
    }

    @Test
    void a_server_that_goes_away_says_disconnected() {
        RawSocket socket = raw.connect();
        server.close();
        JsonNode frame = socket.next(Action.DISCONNECTED);
        assertThat(code(frame)).isEqualTo(80003);
        assertThat(frame.path("error").path("statusCode").asInt()).isLessThan(500);
    }
}
