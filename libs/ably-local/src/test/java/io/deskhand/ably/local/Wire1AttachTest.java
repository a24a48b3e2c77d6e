package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.6 channel attach")
class Wire1AttachTest extends RawTest {

    Wire1AttachTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults().withLimits(AblyLimits.off().withMaxChannelsPerConnection(3));
    }

    private static EnumSet<Mode> modes(JsonNode attached) {
        return Mode.ofFlags(attached.path("flags").asInt());
    }

    private static boolean has(JsonNode attached, int flag) {
        return (attached.path("flags").asInt() & flag) != 0;
    }

    @Test
    void a_new_empty_channel_has_a_channel_serial() {
        JsonNode attached = raw.connect().attach("empty");
        assertThat(attached.path("channelSerial").asText()).matches("\\d{14}-\\d{3}@\\w{10}");
    }

    @Test
    void the_default_modes_are_all_but_annotation_subscribe() {
        assertThat(modes(raw.connect().attach("room"))).isEqualTo(Mode.defaults());
    }

    @Test
    void asked_modes_are_granted_as_asked() {
        JsonNode attached = raw.connect().attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.SUBSCRIBE)));
        assertThat(modes(attached)).containsExactly(Mode.SUBSCRIBE);
    }

    @Test
    void the_modes_parameter_wins_over_flags_and_is_echoed_as_granted() {
        JsonNode attached = raw.connect()
                .attach("room", "{'flags':%d,'params':{'modes':'publish,subscribe'}}", Mode.flags(Mode.defaults()));
        assertThat(modes(attached)).containsExactlyInAnyOrder(Mode.PUBLISH, Mode.SUBSCRIBE);
        assertThat(attached.path("params").path("modes").asText()).isEqualTo("publish,subscribe");
    }

    @Test
    void only_recognised_parameters_are_echoed() {
        JsonNode attached =
                raw.connect().attach("room", "{'params':{'agent':'chat-js/1.4.0','delta':'vcdiff','rewind':'1'}}");
        assertThat(attached.path("params")).isEqualTo(Raw.json("{'rewind':'1'}"));
    }

    @Test
    void a_capability_narrows_the_modes() {
        String token = Jwts.of(60, "{'x-ably-capability':{'room':['subscribe']}}");
        JsonNode attached = raw.connect("accessToken=" + token).attach("room");
        assertThat(modes(attached)).containsExactlyInAnyOrder(Mode.SUBSCRIBE, Mode.PRESENCE_SUBSCRIBE);
    }

    @Test
    void without_any_capability_the_channel_fails_and_the_connection_lives() {
        String token = Jwts.of(60, "{'x-ably-capability':{'other':['subscribe']}}");
        RawSocket socket = raw.connect("accessToken=" + token);
        socket.send("{'action':10,'channel':'room'}");
        JsonNode error = socket.next(Action.ERROR);
        assertThat(error.path("channel").asText()).isEqualTo("room");
        assertThat(error.path("error").path("code").asInt()).isEqualTo(40160);
        assertThat(error.path("error").path("statusCode").asInt()).isEqualTo(401);
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void every_attach_is_answered_and_changes_the_modes() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        JsonNode again = socket.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.PUBLISH)));
        assertThat(modes(again)).containsExactly(Mode.PUBLISH);
        assertThat(has(again, Flag.RESUMED)).isTrue();
        socket.published("room", "[{'name':'unheard'}]");
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void invalid_names_fail_the_channel_alone() {
        RawSocket socket = raw.connect();
        for (String name : new String[] {"", ":x", ",x", " x", "[x", "[nope]x", "a\\nb"}) {
            socket.send("{'action':10,'channel':'%s'}", name);
            JsonNode error = socket.next(Action.ERROR);
            assertThat(error.has("channel")).isTrue();
            assertThat(error.path("error").path("code").asInt()).isEqualTo(40010);
        }
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void a_qualifier_with_parameters_is_understood_and_the_plain_name_answered() {
        raw.post("/channels/room/messages", Raw.json("{'name':'old'}"));
        RawSocket socket = raw.connect();
        JsonNode attached = socket.attach("[?rewind=1]room", "{}");
        assertThat(attached.path("channel").asText()).isEqualTo("room");
        assertThat(has(attached, Flag.HAS_BACKLOG)).isTrue();
        assertThat(socket.next(Action.MESSAGE)
                        .path("messages")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("old");
    }

    @Test
    void too_many_channels_fail_only_the_surplus_one() {
        RawSocket socket = raw.connect();
        socket.attach("a");
        socket.attach("b");
        socket.attach("c");
        socket.send("{'action':10,'channel':'d'}");
        assertThat(socket.next(Action.ERROR).path("error").path("code").asInt()).isEqualTo(90010);
        socket.send("{'action':12,'channel':'a'}");
        socket.next(Action.DETACHED);
        assertThat(socket.attach("d").path("channel").asText()).isEqualTo("d");
    }

    @Test
    void rewind_sends_the_newest_messages_oldest_first_in_their_latest_version() {
        RawSocket socket = raw.connect("clientId=a");
        for (int i = 0; i < 4; i++) {
            socket.published("room", "[{'name':'n%d','data':'old'}]", i);
        }
        String last = raw.get("/channels/room/messages?limit=1")
                .body()
                .path(0)
                .path("serial")
                .asText();
        raw.send("PATCH", "/channels/room/messages/" + Raw.escape(last), Raw.json("{'data':'new'}"));
        RawSocket late = raw.connect();
        JsonNode attached = late.attach("room", "{'params':{'rewind':'2'}}");
        assertThat(has(attached, Flag.HAS_BACKLOG)).isTrue();
        assertThat(late.next(Action.MESSAGE)
                        .path("messages")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("n2");
        JsonNode newest = late.next(Action.MESSAGE).path("messages").path(0);
        assertThat(newest.path("data").asText()).isEqualTo("new");
        assertThat(newest.path("action").asInt()).isEqualTo(1);
        assertThat(newest.path("serial").asText()).isEqualTo(last);
    }

    @Test
    void rewind_by_time_is_understood_and_nonsense_refused() {
        raw.post("/channels/room/messages", Raw.json("{'name':'recent'}"));
        RawSocket socket = raw.connect();
        socket.attach("room", "{'params':{'rewind':'30s'}}");
        assertThat(socket.next(Action.MESSAGE).path("messages")).hasSize(1);
        socket.send("{'action':10,'channel':'other','params':{'rewind':'soon'}}");
        assertThat(socket.next(Action.ERROR).path("error").path("code").asInt()).isEqualTo(40000);
    }

    @Test
    void more_than_a_hundred_rewound_messages_are_cut_with_a_notice() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 120; i++) {
            socket.publish("room", "[{'name':'n%d'}]", i);
        }
        socket.settled();
        RawSocket late = raw.connect();
        JsonNode attached = late.attach("room", "{'params':{'rewind':'110'}}");
        assertThat(attached.path("error").path("code").asInt()).isPositive();
        assertThat(late.settled()).hasSize(100);
    }

    @Test
    void detaching_ends_deliveries() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.send("{'action':12,'channel':'room'}");
        socket.next(Action.DETACHED);
        raw.post("/channels/room/messages", Raw.json("{'name':'x'}"));
        assertThat(socket.settled()).isEmpty();
    }
}
