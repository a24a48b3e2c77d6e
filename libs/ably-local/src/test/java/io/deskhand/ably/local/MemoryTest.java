package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bounded memory")
class MemoryTest extends RawTest {

    MemoryTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults()
                .withRetention(Retention.defaults()
                        .withHistoryPerChannel(20)
                        .withHistoryBytes(200_000)
                        .withIdleChannels(10)
                        .withOutboundBytes(2_000_000));
    }

    private int stored(String channel) {
        return raw.get("/channels/" + channel + "/messages?limit=1000").body().size();
    }

    @Test
    void a_channel_keeps_its_newest_messages_only() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 30; i++) {
            socket.publish("room", "[{'name':'n%d'}]", i);
        }
        socket.settled();
        JsonNode history = raw.get("/channels/room/messages?direction=forwards").body();
        assertThat(history).hasSize(20);
        assertThat(history.path(0).path("name").asText()).isEqualTo("n10");
    }

    @Test
    void all_channels_together_keep_only_so_many_bytes_and_the_least_used_loses_first() {
        RawSocket socket = raw.connect();
        for (String channel : new String[] {"old", "newer"}) {
            for (int i = 0; i < 10; i++) {
                socket.published(channel, "[{'data':'%s'}]", "x".repeat(15_000));
            }
        }
        assertThat(stored("newer")).isEqualTo(10);
        assertThat(stored("old")).isBetween(1, 4);
    }

    @Test
    void versions_and_annotations_count_too() {
        RawSocket socket = raw.connect();
        socket.published("bystander", "[{'data':'a'}]");
        for (int i = 0; i < 9; i++) {
            socket.published("bystander", "[{'data':'%s'}]", "x".repeat(10_000));
        }
        String serial = socket.published("room", "[{'data':'x'}]").getFirst();
        for (int i = 0; i < 15; i++) {
            socket.published("room", "[{'action':1,'serial':'%s','data':'%s'}]", serial, "y".repeat(10_000));
        }
        assertThat(stored("bystander")).isLessThan(10);
        assertThat(stored("room")).isEqualTo(1);
    }

    @Test
    void comings_and_goings_count_too() {
        RawSocket socket = raw.connect("clientId=ann");
        for (int i = 0; i < 10; i++) {
            socket.published("bystander", "[{'data':'%s'}]", "x".repeat(15_000));
        }
        socket.attach("room");
        socket.presence("room", "[{'action':2}]");
        for (int i = 0; i < 18; i++) {
            socket.presence("room", "[{'action':4,'data':'%s'}]", "y".repeat(15_000));
        }
        socket.settled();
        assertThat(stored("bystander")).isEqualTo(1);
        JsonNode past = raw.get("/channels/room/presence/history?limit=1000").body();
        assertThat(past.size()).isBetween(1, 13);
        assertThat(raw.get("/channels/room/presence").body()).hasSize(1);
    }

    @Test
    void a_replay_that_would_overwhelm_its_receiver_is_a_loss_that_is_said() {
        RawSocket first = raw.connect();
        String position = first.attach("room").path("channelSerial").asText();
        RawSocket publisher = raw.connect();
        for (int i = 0; i < 18; i++) {
            publisher.published("room", "[{'data':'%s'}]", "x".repeat(60_000));
        }
        RawSocket late = raw.connect();
        JsonNode attached = late.attach("room", "{'channelSerial':'%s'}", position);
        assertThat(attached.path("error").path("code").asInt()).isEqualTo(90004);
        assertThat(late.settled()).isEmpty();
        String recent = publisher.published("room", "[{'name':'n'}]").getFirst();
        publisher.published("room", "[{'name':'last'}]");
        raw.connect().attach("room", "{'channelSerial':'%s'}", recent);
    }

    @Test
    void idle_channels_are_forgotten_and_used_ones_are_not() {
        RawSocket socket = raw.connect();
        socket.attach("used");
        socket.published("used", "[{}]");
        for (int i = 0; i < 30; i++) {
            socket.published("idle" + i, "[{}]");
        }
        assertThat(raw.get("/_local/state").body().path("channelCount").asInt()).isLessThanOrEqualTo(10);
        assertThat(stored("used")).isEqualTo(1);
        assertThat(stored("idle0")).isZero();
    }

    /** A client that attaches and then never reads: the kernel's buffers fill up, then ours, up to the limit. */
    @Test
    void a_subscriber_that_never_reads_is_disconnected() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                RawWire stuck = new RawWire(socket, Format.JSON, false)) {
            stuck.send(1, "{\"action\":10,\"channel\":\"room\"}".getBytes(StandardCharsets.UTF_8));
            await().atMost(Sdk.PATIENCE).until(() -> connected() == 1);
            RawSocket publisher = raw.connect("echo=false");
            for (int i = 0; i < 400 && connected() == 2 || i < 1; i++) {
                publisher.publish("room", "[{'data':'%s'}]", "x".repeat(60_000));
                publisher.until(Action.ACK);
            }
            assertThat(connected()).isEqualTo(1);
        }
    }

    private int connected() {
        int connected = 0;
        for (JsonNode connection : raw.get("/_local/state").body().path("connections")) {
            connected += connection.path("connected").asBoolean() ? 1 : 0;
        }
        return connected;
    }
}
