package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5 limits and codes")
class Wire5LimitsTest extends RawTest {
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());

    Wire5LimitsTest(Format format) {
        super(format);
    }

    /** Time stands still unless a test moves it, so that a second is as long as it takes. */
    @Override
    protected AblyLocalOptions options() {
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        return AblyLocalOptions.defaults().withLimits(AblyLimits.free()).withClock(clock);
    }

    private void nextSecond() {
        now.addAndGet(1_000);
    }

    @Test
    void the_publish_rate_of_a_connection_is_held_and_the_next_second_is_a_new_one() {
        RawSocket socket = raw.connect();
        assertThat(socket.connected()
                        .path("connectionDetails")
                        .path("maxInboundRate")
                        .asInt())
                .isEqualTo(50);
        for (int i = 0; i < 25; i++) {
            socket.publish("a", "[{}]");
            socket.publish("b", "[{}]");
        }
        socket.publish("c", "[{}]");
        List<JsonNode> answers = socket.settled();
        assertThat(answers.subList(0, 50)).allMatch(f -> f.path("action").asInt() == Action.ACK);
        assertThat(code(answers.get(50))).isEqualTo(42911);
        nextSecond();
        assertThat(socket.published("c", "[{}]")).hasSize(1);
    }

    @Test
    void the_publish_rate_of_a_channel_is_held_over_connections_and_requests() {
        RawSocket one = raw.connect();
        RawSocket two = raw.connect();
        for (int i = 0; i < 30; i++) {
            one.publish("busy", "[{}]");
        }
        one.settled();
        for (int i = 0; i < 21; i++) {
            two.publish("busy", "[{}]");
        }
        assertThat(code(two.settled().getLast())).isEqualTo(42913);
        Raw.Answer answer = raw.post("/channels/busy/messages", Raw.json("{}"));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.errorCode()).isEqualTo(42913);
        assertThat(two.published("other", "[{}]")).hasSize(1);
    }

    @Test
    void the_bandwidth_of_a_channel_is_held() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 17; i++) {
            socket.publish("wide", "[{'data':'%s'}]", "x".repeat(65_000));
        }
        assertThat(code(socket.settled().getLast())).isEqualTo(42914);
    }

    @Test
    void a_gross_excess_ends_the_connection() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 1_001; i++) {
            socket.publish("a", "[{}]");
        }
        assertThat(code(socket.until(Action.ERROR))).isEqualTo(42921);
    }

    @Test
    void too_many_frames_end_the_connection() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 2_001; i++) {
            socket.send("{'action':0}");
        }
        assertThat(code(socket.until(Action.ERROR))).isEqualTo(42924);
    }

    @Test
    void above_the_outbound_rate_messages_are_lost_and_the_client_is_told_once() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        RawSocket[] publishers = {raw.connect(), raw.connect()};
        socket.attach("room2");
        for (int i = 0; i < 40; i++) {
            publishers[0].publish("room", "[{}]");
            publishers[1].publish("room2", "[{}]");
        }
        publishers[0].settled();
        publishers[1].settled();
        List<JsonNode> frames = socket.settled();
        assertThat(frames)
                .filteredOn(f -> f.path("action").asInt() == Action.MESSAGE)
                .hasSize(50);
        List<JsonNode> notices = frames.stream()
                .filter(f -> f.path("action").asInt() == Action.ATTACHED)
                .toList();
        assertThat(notices).hasSizeBetween(1, 2).allMatch(f -> code(f) == 80020);
    }

    @Test
    void the_request_rate_is_held() {
        int refused = 0;
        for (int i = 0; i < 55; i++) {
            Raw.Answer answer = raw.get("/stats");
            refused += answer.status() == 429 && answer.errorCode() == 42918 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void connections_are_limited_in_rate_and_number() {
        for (int i = 0; i < 42; i++) {
            raw.connect();
        }
        JsonNode tooFast = raw.open("").next(Action.DISCONNECTED);
        assertThat(code(tooFast)).isEqualTo(80021);
        for (int round = 0; round < 4; round++) {
            nextSecond();
            for (int i = 0; i < 40 && 42 + round * 40 + i < 200; i++) {
                raw.connect();
            }
        }
        nextSecond();
        assertThat(code(raw.open("").next(Action.ERROR))).isEqualTo(40111);
    }

    @Test
    void channels_are_limited_in_creation_rate_and_number() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 42; i++) {
            socket.attach("c" + i);
        }
        socket.send("{'action':10,'channel':'surplus'}");
        assertThat(code(socket.next(Action.ERROR))).isEqualTo(90021);
        for (int i = 42; i < 200; i++) {
            if (i % 40 == 0 || i == 42) {
                nextSecond();
            }
            socket.attach("c" + i);
        }
        nextSecond();
        RawSocket other = raw.connect();
        other.send("{'action':10,'channel':'one too many'}");
        assertThat(code(other.next(Action.ERROR))).isEqualTo(40114);
    }
}
