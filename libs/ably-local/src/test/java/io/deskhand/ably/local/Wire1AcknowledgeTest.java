package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.5 ACK and NACK")
class Wire1AcknowledgeTest extends RawTest {

    Wire1AcknowledgeTest(Format format) {
        super(format);
    }

    @Test
    void each_publish_gets_one_ack_in_order_with_the_serials_of_its_messages() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'name':'a'},{'name':'b'}]");
        socket.publish("room", "[{'name':'c'}]");
        JsonNode first = socket.next(Action.ACK);
        JsonNode second = socket.next(Action.ACK);
        assertThat(first.path("msgSerial").asLong()).isZero();
        assertThat(first.path("count").asInt()).isEqualTo(1);
        assertThat(first.path("res").path(0).path("serials")).hasSize(2);
        assertThat(second.path("msgSerial").asLong()).isEqualTo(1);
        assertThat(second.path("res").path(0).path("serials")).hasSize(1);
    }

    @Test
    void a_refused_publish_gets_a_nack_with_count_and_error() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'data':12}]");
        JsonNode nack = socket.next(Action.NACK);
        assertThat(nack.path("msgSerial").asLong()).isZero();
        assertThat(nack.path("count").asInt()).isEqualTo(1);
        assertThat(nack.path("error").path("code").asInt()).isEqualTo(40013);
        assertThat(nack.path("error").path("message").asText()).isNotEmpty();
    }

    @Test
    void nothing_of_a_publish_happens_when_one_message_is_refused() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'name':'good'},{'data':true}]");
        assertThat(socket.settled()).extracting(f -> f.path("action").asInt()).containsExactly(Action.NACK);
    }

    @Test
    void a_frame_sent_again_on_the_same_connection_is_acknowledged_but_not_published_again() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        List<String> serials = socket.published("room", "[{'name':'once'}]");
        socket.settled();
        socket.send("{'action':15,'channel':'room','msgSerial':0,'messages':[{'name':'once'}]}");
        JsonNode again = socket.next(Action.ACK);
        assertThat(again.path("res").path(0).path("serials").path(0).asText()).isEqualTo(serials.getFirst());
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void a_frame_sent_again_after_a_resume_is_acknowledged_but_not_published_again() {
        RawSocket first = raw.connect();
        first.published("room", "[{'name':'once'}]");
        String key = first.key();
        first.close();
        RawSocket second = raw.connect("resume=" + Raw.escape(key));
        second.send("{'action':15,'channel':'room','msgSerial':0,'messages':[{'name':'once'}]}");
        assertThat(second.next(Action.ACK).path("msgSerial").asLong()).isZero();
        assertThat(raw.get("/channels/room/messages").body()).hasSize(1);
    }

    @Test
    void presence_and_annotations_are_acknowledged_too() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach("room");
        socket.presence("room", "[{'action':2}]");
        assertThat(socket.until(Action.ACK).path("msgSerial").asLong()).isZero();
        String serial = socket.published("room", "[{'name':'m'}]").getFirst();
        socket.annotate("room", "[{'type':'vote:total.v1','messageSerial':'%s'}]", serial);
        assertThat(socket.until(Action.ACK).path("msgSerial").asLong()).isEqualTo(2);
    }
}
