package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.8 ANNOTATION")
class Wire1AnnotationTest extends RawTest {

    Wire1AnnotationTest(Format format) {
        super(format);
    }

    private String message() {
        return raw.post("/channels/room/messages", Raw.json("{'name':'m'}"))
                .body()
                .path("serials")
                .path(0)
                .asText();
    }

    private void annotate(String clientId, String serial, String annotation, Object... arguments) {
        RawSocket socket = raw.connect(clientId.isEmpty() ? "" : "clientId=" + clientId);
        socket.send(Raw.json("{'action':21,'channel':'room','msgSerial':0}")
                .set("annotations", Raw.tree("[" + annotation + "]", arguments)));
        JsonNode answer = socket.next();
        assertThat(answer.path("action").asInt()).as(answer.toString()).isEqualTo(Action.ACK);
    }

    private JsonNode summary(String serial) {
        return raw.get("/channels/room/messages/" + Raw.escape(serial))
                .body()
                .path("annotations")
                .path("summary");
    }

    @Test
    void raw_annotations_reach_those_who_asked_and_summaries_everybody() {
        RawSocket plain = raw.connect();
        RawSocket curious = raw.connect();
        plain.attach("room");
        curious.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.ANNOTATION_SUBSCRIBE)));
        String serial = message();
        annotate("ann", serial, "{'type':'vote:distinct.v1','name':'yes','messageSerial':'%s'}", serial);
        plain.next(Action.MESSAGE);
        JsonNode summary = plain.next(Action.MESSAGE).path("messages").path(0);
        assertThat(summary.path("action").asInt()).isEqualTo(4);
        assertThat(summary.path("serial").asText()).isEqualTo(serial);
        assertThat(summary.path("annotations")
                        .path("summary")
                        .path("vote:distinct.v1")
                        .path("yes")
                        .path("clientIds"))
                .isEqualTo(Raw.tree("['ann']"));
        JsonNode annotation =
                curious.next(Action.ANNOTATION).path("annotations").path(0);
        assertThat(annotation.path("action").asInt(-1)).isZero();
        assertThat(annotation.path("messageSerial").asText()).isEqualTo(serial);
        assertThat(annotation.path("clientId").asText()).isEqualTo("ann");
        assertThat(annotation.path("serial").asText()).isNotEmpty();
        assertThat(annotation.path("timestamp").asLong()).isPositive();
        assertThat(curious.settled()).isEmpty();
    }

    @Test
    void total_counts_annotations_of_anybody() {
        String serial = message();
        annotate("", serial, "{'type':'views:total.v1','messageSerial':'%s'}", serial);
        annotate("ann", serial, "{'type':'views:total.v1','messageSerial':'%s'}", serial);
        assertThat(summary(serial).path("views:total.v1").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void flag_counts_each_client_once() {
        String serial = message();
        for (String client : List.of("ann", "bob", "ann")) {
            annotate(client, serial, "{'type':'spam:flag.v1','messageSerial':'%s'}", serial);
        }
        JsonNode flag = summary(serial).path("spam:flag.v1");
        assertThat(flag.path("total").asInt()).isEqualTo(2);
        assertThat(flag.path("clientIds")).isEqualTo(Raw.tree("['ann','bob']"));
        annotate("ann", serial, "{'action':1,'type':'spam:flag.v1','messageSerial':'%s'}", serial);
        assertThat(summary(serial).path("spam:flag.v1").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void unique_moves_a_vote_and_distinct_adds_one() {
        String serial = message();
        for (String name : List.of("a", "b")) {
            annotate("ann", serial, "{'type':'u:unique.v1','name':'%s','messageSerial':'%s'}", name, serial);
            annotate("ann", serial, "{'type':'d:distinct.v1','name':'%s','messageSerial':'%s'}", name, serial);
        }
        assertThat(summary(serial).path("u:unique.v1").has("a")).isFalse();
        assertThat(summary(serial).path("u:unique.v1").path("b").path("total").asInt())
                .isEqualTo(1);
        assertThat(summary(serial).path("d:distinct.v1")).hasSize(2);
    }

    @Test
    void multiple_adds_counts_and_forgets_a_client_as_a_whole() {
        String serial = message();
        annotate("ann", serial, "{'type':'m:multiple.v1','name':'x','count':3,'messageSerial':'%s'}", serial);
        annotate("ann", serial, "{'type':'m:multiple.v1','name':'x','messageSerial':'%s'}", serial);
        annotate("", serial, "{'type':'m:multiple.v1','name':'x','messageSerial':'%s'}", serial);
        JsonNode counts = summary(serial).path("m:multiple.v1").path("x");
        assertThat(counts.path("total").asInt()).isEqualTo(5);
        assertThat(counts.path("clientIds").path("ann").asInt()).isEqualTo(4);
        assertThat(counts.path("totalUnidentified").asInt()).isEqualTo(1);
        annotate("ann", serial, "{'action':1,'type':'m:multiple.v1','name':'x','messageSerial':'%s'}", serial);
        assertThat(summary(serial).path("m:multiple.v1").path("x").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void the_last_withdrawal_leaves_the_type_empty() {
        String serial = message();
        annotate("ann", serial, "{'type':'d:distinct.v1','name':'x','messageSerial':'%s'}", serial);
        annotate("ann", serial, "{'action':1,'type':'d:distinct.v1','name':'x','messageSerial':'%s'}", serial);
        assertThat(summary(serial).path("d:distinct.v1")).isEqualTo(Raw.json("{}"));
    }

    @Test
    void annotations_that_make_no_sense_are_refused() {
        String serial = message();
        RawSocket ann = raw.connect("clientId=ann");
        ann.annotate("room", "[{'messageSerial':'%s'}]", serial);
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40000);
        ann.annotate("room", "[{'type':'a:nonsense.v1','messageSerial':'%s'}]", serial);
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40000);
        ann.annotate("room", "[{'type':'a:distinct.v1','messageSerial':'%s'}]", serial);
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40003);
        ann.annotate("room", "[{'type':'a:total.v1','messageSerial':'nope'}]");
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40400);
        RawSocket nobody = raw.connect();
        nobody.annotate("room", "[{'type':'a:flag.v1','messageSerial':'%s'}]", serial);
        assertThat(nobody.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40161);
    }

    @Test
    void annotations_are_listed_over_rest() {
        String serial = message();
        JsonNode made = raw.post(
                        "/channels/room/messages/" + Raw.escape(serial) + "/annotations",
                        Raw.tree("[{'type':'d:distinct.v1','name':'x','clientId':'ann'}]"))
                .body();
        assertThat(made.path("serials")).hasSize(1);
        JsonNode listed = raw.get("/channels/room/messages/" + Raw.escape(serial) + "/annotations")
                .body();
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("clientId").asText()).isEqualTo("ann");
    }
}
