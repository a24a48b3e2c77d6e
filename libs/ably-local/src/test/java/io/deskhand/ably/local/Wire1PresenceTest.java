package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("1.9 PRESENCE and SYNC")
class Wire1PresenceTest extends RawTest {

    Wire1PresenceTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults()
                .withLimits(AblyLimits.off().withMaxPresenceMembers(120))
                .withRetention(Retention.defaults().withPresenceGrace(Duration.ofMillis(300)));
    }

    private static JsonNode entry(JsonNode frame) {
        assertThat(frame.path("presence")).hasSize(1);
        return frame.path("presence").path(0);
    }

    private RawSocket member(String clientId) {
        RawSocket socket = raw.connect("clientId=" + clientId);
        socket.attach("room");
        socket.presence("room", "[{'action':2,'data':'here'}]");
        socket.until(Action.ACK);
        socket.settled();
        return socket;
    }

    @Test
    void an_enter_is_stamped_and_told_to_all_and_to_itself() {
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.PRESENCE)));
        ann.presence("room", "[{'action':2,'data':'here'}]");
        JsonNode own = entry(ann.next(Action.PRESENCE));
        JsonNode seen = entry(watcher.next(Action.PRESENCE));
        assertThat(own).isEqualTo(seen);
        assertThat(seen.path("action").asInt()).isEqualTo(2);
        assertThat(seen.path("id").asText()).isEqualTo(ann.id() + ":0:0");
        assertThat(seen.path("clientId").asText()).isEqualTo("ann");
        assertThat(seen.path("connectionId").asText()).isEqualTo(ann.id());
        assertThat(seen.path("timestamp").asLong()).isPositive();
    }

    @Test
    void an_update_by_a_client_that_is_not_present_is_an_enter_and_by_a_member_an_update() {
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        ann.presence("room", "[{'action':4,'data':'1'}]");
        assertThat(entry(ann.next(Action.PRESENCE)).path("action").asInt()).isEqualTo(2);
        ann.next(Action.ACK);
        ann.presence("room", "[{'action':4,'data':'2'}]");
        assertThat(entry(ann.next(Action.PRESENCE)).path("action").asInt()).isEqualTo(4);
    }

    @Test
    void a_leave_without_data_repeats_the_last_data() {
        RawSocket ann = member("ann");
        ann.presence("room", "[{'action':3}]");
        JsonNode leave = entry(ann.next(Action.PRESENCE));
        assertThat(leave.path("action").asInt()).isEqualTo(3);
        assertThat(leave.path("data").asText()).isEqualTo("here");
    }

    @Test
    void an_attachment_to_a_peopled_channel_is_followed_by_a_complete_sync() {
        RawSocket ann = member("ann");
        RawSocket late = raw.connect();
        JsonNode attached = late.attach("room");
        assertThat(attached.path("flags").asInt() & Flag.HAS_PRESENCE).isNotZero();
        JsonNode sync = late.next(Action.SYNC);
        assertThat(sync.path("channelSerial").asText()).matches("[\\w-]+:");
        JsonNode member = entry(sync);
        assertThat(member.path("action").asInt()).isEqualTo(1);
        assertThat(member.path("id").asText()).isEqualTo(ann.id() + ":0:0");
        assertThat(member.path("data").asText()).isEqualTo("here");
    }

    @Test
    void an_attachment_to_an_empty_channel_has_no_presence_flag_and_no_sync() {
        RawSocket socket = raw.connect();
        JsonNode attached = socket.attach("room");
        assertThat(attached.path("flags").asInt() & Flag.HAS_PRESENCE).isZero();
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void a_large_member_set_is_synced_in_pages_of_one_sync() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            entries.add("{'action':2,'clientId':'c%03d'}".formatted(i));
        }
        crowd.presence("room", "[" + String.join(",", entries) + "]");
        crowd.until(Action.ACK);
        RawSocket late = raw.connect();
        late.attach("room");
        JsonNode first = late.next(Action.SYNC);
        JsonNode second = late.next(Action.SYNC);
        String[] one = first.path("channelSerial").asText().split(":", -1);
        String[] two = second.path("channelSerial").asText().split(":", -1);
        assertThat(one[1]).isNotEmpty();
        assertThat(two[1]).isEmpty();
        assertThat(one[0]).isEqualTo(two[0]);
        assertThat(first.path("presence").size() + second.path("presence").size())
                .isEqualTo(120);
    }

    @Test
    void a_client_may_ask_for_a_sync_again() {
        RawSocket ann = member("ann");
        ann.send("{'action':16,'channel':'room'}");
        assertThat(entry(ann.next(Action.SYNC)).path("clientId").asText()).isEqualTo("ann");
    }

    @Test
    void detach_and_close_make_members_leave_at_once() {
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        RawSocket ann = member("ann");
        RawSocket bob = member("bob");
        watcher.settled();
        ann.send("{'action':12,'channel':'room'}");
        assertThat(entry(watcher.next(Action.PRESENCE)).path("clientId").asText())
                .isEqualTo("ann");
        bob.send("{'action':7}");
        JsonNode leave = entry(watcher.next(Action.PRESENCE));
        assertThat(leave.path("clientId").asText()).isEqualTo("bob");
        assertThat(leave.path("action").asInt()).isEqualTo(3);
        assertThat(raw.get("/channels/room/presence").body()).isEmpty();
    }

    @Test
    void a_member_whose_connection_breaks_stays_for_the_grace_and_then_leaves_synthetically() {
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        RawSocket ann = member("ann");
        watcher.settled();
        ann.close();
        assertThat(raw.get("/channels/room/presence").body()).hasSize(1);
        JsonNode leave = entry(watcher.next(Action.PRESENCE));
        assertThat(leave.path("action").asInt()).isEqualTo(3);
        assertThat(leave.path("id").asText()).doesNotStartWith(ann.id());
        assertThat(leave.path("connectionId").asText()).isEqualTo(ann.id());
        assertThat(leave.path("data").asText()).isEqualTo("here");
    }

    @Test
    void a_member_whose_connection_resumes_in_time_never_left() {
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        RawSocket ann = member("ann");
        watcher.settled();
        ann.close();
        raw.connect("clientId=ann&resume=" + Raw.escape(ann.key()));
        RawSocket bob = member("bob");
        bob.close();
        List<JsonNode> events = new ArrayList<>();
        events.add(entry(watcher.next(Action.PRESENCE)));
        events.add(entry(watcher.next(Action.PRESENCE)));
        assertThat(events).extracting(e -> e.path("clientId").asText()).containsExactly("bob", "bob");
        assertThat(raw.get("/channels/room/presence").body()).hasSize(1);
    }

    @Test
    void an_enter_again_with_the_same_id_disturbs_nobody_and_a_foreign_id_is_replaced() {
        RawSocket ann = member("ann");
        ann.presence("room", "[{'action':2,'id':'%s:0:0','data':'here'}]", ann.id());
        assertThat(ann.settled()).extracting(f -> f.path("action").asInt()).containsExactly(Action.ACK);
        ann.presence("room", "[{'action':2,'id':'formerconnection:7:0','data':'new'}]");
        assertThat(entry(ann.next(Action.PRESENCE)).path("id").asText()).startsWith(ann.id() + ":");
    }

    @Test
    void presence_is_refused_without_identity_mode_capability_attachment_or_room() {
        RawSocket anonymous = raw.connect("accessToken=" + Jwts.of(60, "{}"));
        anonymous.attach("room");
        anonymous.presence("room", "[{'action':2}]");
        assertThat(anonymous.next(Action.NACK).path("error").path("code").asInt())
                .isEqualTo(91000);
        RawSocket wildcard = raw.connect();
        wildcard.attach("room");
        wildcard.presence("room", "[{'action':2}]");
        assertThat(wildcard.next(Action.NACK).path("error").path("code").asInt())
                .isEqualTo(91000);
        RawSocket ann = raw.connect("clientId=ann");
        ann.presence("room", "[{'action':2}]");
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(90001);
        ann.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.SUBSCRIBE)));
        ann.presence("room", "[{'action':2}]");
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40165);
        ann.attach("room");
        ann.presence("room", "[{'action':2,'clientId':'bob'}]");
        assertThat(ann.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(40012);
        String token = Jwts.of(60, "{'x-ably-clientId':'c','x-ably-capability':{'room':['subscribe']}}");
        RawSocket powerless = raw.connect("accessToken=" + token);
        powerless.attach("room");
        powerless.presence("room", "[{'action':2}]");
        assertThat(powerless.next(Action.NACK).path("error").path("code").asInt())
                .isEqualTo(40160);
    }

    @Test
    void more_members_than_allowed_are_refused() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        for (int i = 0; i < 121; i++) {
            crowd.presence("room", "[{'action':2,'clientId':'c%d'}]", i);
        }
        List<JsonNode> frames = crowd.settled();
        JsonNode nack = frames.getLast();
        assertThat(nack.path("action").asInt()).isEqualTo(Action.NACK);
        assertThat(nack.path("error").path("code").asInt()).isEqualTo(91003);
    }

    @Test
    void presence_is_read_and_filtered_over_rest_with_its_history() {
        RawSocket ann = member("ann");
        member("bob");
        ann.presence("room", "[{'action':4,'data':'busy'}]");
        ann.until(Action.ACK);
        JsonNode one = raw.get("/channels/room/presence?clientId=ann").body();
        assertThat(one).hasSize(1);
        assertThat(one.path(0).path("action").asInt()).isEqualTo(1);
        assertThat(one.path(0).path("data").asText()).isEqualTo("busy");
        JsonNode history =
                raw.get("/channels/room/presence/history?direction=forwards").body();
        assertThat(history).extracting(e -> e.path("action").asInt()).containsExactly(2, 2, 4);
    }
}
