package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.7 MESSAGE")
class Wire1MessageTest extends RawTest {
    Wire1MessageTest(Format format) {
        super(format);
    }

    private JsonNode only(RawSocket socket) {
        JsonNode frame = socket.until(Action.MESSAGE);
        assertThat(frame.path("messages")).hasSize(1);
        return frame.path("messages").path(0);
    }

    private Raw other() {
        return new Raw(server, format == Format.JSON ? Format.MSGPACK : Format.JSON);
    }

    @Test
    void a_delivered_message_inherits_nothing() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach("room");
        socket.publish("room", "[{'name':'n','data':'d'}]");
        JsonNode frame = socket.until(Action.MESSAGE);
        JsonNode message = frame.path("messages").path(0);
        assertThat(frame.path("channelSerial").asText()).isNotEmpty();
        assertThat(message.path("id").asText()).isEqualTo(socket.id() + ":0:0");
        assertThat(message.path("action").asInt(-1)).isZero();
        assertThat(message.path("clientId").asText()).isEqualTo("ann");
        assertThat(message.path("connectionId").asText()).isEqualTo(socket.id());
        assertThat(message.path("timestamp").asLong()).isPositive();
        assertThat(message.path("serial").asText())
                .isEqualTo(frame.path("channelSerial").asText() + ":000");
        assertThat(message.path("version").path("serial")).isEqualTo(message.path("serial"));
        assertThat(message.path("version").path("timestamp")).isEqualTo(message.path("timestamp"));
    }

    @Test
    void publishing_needs_no_attachment() {
        RawSocket subscriber = raw.connect();
        subscriber.attach("room");
        raw.connect().published("room", "[{'name':'transient'}]");
        assertThat(only(subscriber).path("name").asText()).isEqualTo("transient");
    }

    @Test
    void an_attachment_without_publish_mode_refuses() {
        RawSocket socket = raw.connect();
        socket.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.SUBSCRIBE)));
        socket.publish("room", "[{'name':'n'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40165);
    }

    @Test
    void without_publish_capability_a_publish_is_refused() {
        String token = Jwts.of(60, "{'x-ably-capability':{'room':['subscribe']}}");
        RawSocket socket = raw.connect("accessToken=" + token);
        socket.publish("room", "[{'name':'n'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40160);
    }

    @Test
    void echo_off_spares_the_publishing_connection_only() {
        RawSocket quiet = raw.connect("echo=false&clientId=ann");
        RawSocket same = raw.connect("clientId=ann");
        quiet.attach("room");
        same.attach("room");
        quiet.published("room", "[{'name':'n'}]");
        assertThat(quiet.settled()).isEmpty();
        assertThat(only(same).path("name").asText()).isEqualTo("n");
    }

    @Test
    void client_ids_follow_the_identity() {
        RawSocket wildcard = raw.connect();
        wildcard.attach("room");
        wildcard.publish("room", "[{'clientId':'anyone'}]");
        assertThat(only(wildcard).path("clientId").asText()).isEqualTo("anyone");
        RawSocket ann = raw.connect("clientId=ann");
        ann.publish("room", "[{'clientId':'bob'}]");
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40012);
        RawSocket anonymous = raw.connect("accessToken=" + Jwts.of(60, "{}"));
        anonymous.publish("room", "[{'clientId':'bob'}]");
        assertThat(anonymous.next(Action.NACK).path("error").path("code").asInt())
                .isEqualTo(40012);
    }

    @Test
    void a_raw_object_as_data_is_delivered_as_json_text() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'data':{'a':[1,2]}}]");
        JsonNode message = only(socket);
        assertThat(message.path("data").asText()).isEqualTo("{\"a\":[1,2]}");
        assertThat(message.path("encoding").asText()).isEqualTo("json");
    }

    @Test
    void binary_crosses_from_msgpack_to_json_and_back() throws IOException {
        byte[] bytes = {0, 1, (byte) 200, 3};
        String base64 = Base64.getEncoder().encodeToString(bytes);
        try (Raw others = other()) {
            RawSocket here = raw.connect();
            RawSocket there = others.connect();
            here.attach("room");
            there.attach("room");
            here.publish("room", "[{'data':'%s','encoding':'cipher+aes-128-cbc/base64'}]", base64);
            for (RawSocket socket : List.of(here, there)) {
                JsonNode message = only(socket);
                if (message.path("data") instanceof BinaryNode binary) {
                    assertThat(binary.binaryValue()).isEqualTo(bytes);
                    assertThat(message.path("encoding").asText()).isEqualTo("cipher+aes-128-cbc");
                } else {
                    assertThat(message.path("data").asText()).isEqualTo(base64);
                    assertThat(message.path("encoding").asText()).isEqualTo("cipher+aes-128-cbc/base64");
                }
            }
        }
    }

    @Test
    void false_base64_is_refused() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'data':'***','encoding':'base64'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40013);
    }

    @Test
    void extras_come_back_verbatim() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        String extras = "{'headers':{'a':1,'b':[true,null]},'ref':{'x':'y'},'anything':'goes'}";
        socket.publish("room", "[{'extras':%s}]", extras);
        assertThat(only(socket).path("extras")).isEqualTo(Raw.json(extras));
    }

    @Test
    void client_ids_of_messages_make_repetition_harmless() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        List<String> first = socket.published("room", "[{'id':'mine:0','name':'a'},{'id':'mine:1','name':'b'}]");
        socket.settled();
        assertThat(socket.published("room", "[{'id':'mine:0','name':'a'},{'id':'mine:1','name':'b'}]"))
                .isEqualTo(first);
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void ids_of_a_batch_must_share_their_base() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'id':'a:0'},{'id':'b:1'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40031);
    }

    @Test
    void too_large_a_publish_is_refused() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{'data':'%s'}]", "x".repeat(65_537));
        JsonNode error = socket.next(Action.NACK).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(40009);
        assertThat(error.path("statusCode").asInt()).isEqualTo(413);
        assertThat(socket.published("room", "[{'data':'%s'}]", "x".repeat(65_536)))
                .hasSize(1);
    }

    @Test
    void serials_rise_strictly_even_within_a_millisecond() {
        RawSocket socket = raw.connect();
        String last = "";
        for (int i = 0; i < 300; i++) {
            socket.publish("room", "[{'name':'n'}]");
        }
        for (int i = 0; i < 300; i++) {
            String serial = socket.next(Action.ACK)
                    .path("res")
                    .path(0)
                    .path("serials")
                    .path(0)
                    .asText();
            assertThat(serial).isGreaterThan(last);
            last = serial;
        }
    }
}
