package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.types.ChannelMode;
import io.ably.lib.types.ChannelOptions;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.ably.lib.types.Param;
import io.ably.lib.types.PresenceMessage;
import io.ably.lib.types.Summary;
import io.deskhand.ably.local.faults.ServerFault;
import io.deskhand.ably.local.limits.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What takes Ably seconds or minutes takes this server as long as its options say. */
@DisplayName("1 realtime, as ably-java sees it")
class SdkBehaviourTest extends SdkTest {

    SdkBehaviourTest(boolean binary) {
        super(binary);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults()
                .withRetention(Retention.defaults()
                        .withPresenceGrace(Duration.ofMillis(200))
                        .withConnectionState(Duration.ofMillis(400)));
    }

    private static void enter(Channel channel, String clientId, Object data) throws Exception {
        Sdk.Outcome entered = new Sdk.Outcome();
        channel.presence.enterClient(clientId, data, entered);
        entered.succeeds();
    }

    @Test
    void a_member_that_does_not_come_back_in_time_leaves_for_the_others_with_its_last_data() throws Exception {
        Channel watching = Sdk.attached(sdk.as("bob"), "room");
        List<PresenceMessage> seen = new CopyOnWriteArrayList<>();
        watching.presence.subscribe(seen::add);
        AblyRealtime ann = sdk.as("ann");
        Channel hers = Sdk.attached(ann, "room");
        enter(hers, "ann", "last words");
        await().atMost(Sdk.PATIENCE).until(() -> seen.size() == 1);
        server.inject(new ServerFault.Refuse(true));
        server.inject(new ServerFault.Drop("ann"));
        await().atMost(Sdk.PATIENCE).until(() -> seen.size() == 2);
        PresenceMessage leave = seen.get(1);
        assertThat(leave.action).isEqualTo(PresenceMessage.Action.leave);
        assertThat(leave.data).isEqualTo("last words");
        assertThat(leave.id).doesNotStartWith(leave.connectionId);
        assertThat(watching.presence.get(true)).isEmpty();
    }

    @Test
    void a_connection_that_stays_away_for_too_long_starts_anew_and_says_why() throws Exception {
        AblyRealtime ann = sdk.as("ann");
        Sdk.attached(ann, "room");
        String before = ann.connection.id;
        server.inject(new ServerFault.Refuse(true));
        server.inject(new ServerFault.Drop("ann"));
        Sdk.until(ann, ConnectionState.disconnected);
        await().atMost(Sdk.PATIENCE).until(() -> connections() == 0);
        server.inject(new ServerFault.Refuse(false));
        ann.connect();
        Sdk.until(ann, ConnectionState.connected);
        assertThat(ann.connection.id).isNotEqualTo(before);
        assertThat(ann.connection.reason.code).isEqualTo(80018);
    }

    private int connections() {
        try (Raw raw = new Raw(server, io.deskhand.ably.local.wire.Format.JSON)) {
            return raw.get("/_local/state").body().path("connectionCount").asInt();
        }
    }

    @Test
    void late_comers_get_a_large_member_set_in_pages() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        for (int i = 0; i < 150; i++) {
            enter(channel, "member-" + i, "d");
        }
        assertThat(Sdk.attached(sdk.connected(), "room").presence.get(true)).hasSize(150);
    }

    @Test
    void rewind_replays_what_was_said_before() throws Exception {
        for (String text : List.of("one", "two", "three")) {
            sdk.rest().channels.get("room").publish("n", text);
        }
        ChannelOptions options = new ChannelOptions();
        options.params = Map.of("rewind", "2");
        Channel channel = sdk.connected().channels.get("room", options);
        List<Message> heard = new CopyOnWriteArrayList<>();
        channel.subscribe(heard::add);
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 2);
        assertThat(heard).extracting(m -> m.data).containsExactly("two", "three");
    }

    @Test
    void annotations_arrive_raw_and_summed_up_and_are_listed() throws Exception {
        ChannelOptions options = new ChannelOptions();
        options.modes = new ChannelMode[] {
            ChannelMode.publish, ChannelMode.subscribe, ChannelMode.annotation_publish, ChannelMode.annotation_subscribe
        };
        Channel channel = Sdk.attached(sdk.as("ann"), "room", options);
        List<Message> heard = new CopyOnWriteArrayList<>();
        channel.subscribe(heard::add);
        List<String> raw = new CopyOnWriteArrayList<>();
        channel.annotations.subscribe(annotation -> raw.add(annotation.name));
        sdk.rest().channels.get("room").publish("n", "what do you think?");
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        io.ably.lib.types.Annotation vote = new io.ably.lib.types.Annotation();
        vote.type = "vote:distinct.v1";
        vote.name = "yes";
        Sdk.Outcome voted = new Sdk.Outcome();
        channel.annotations.publish(heard.getFirst(), vote, voted);
        voted.succeeds();
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 2 && raw.size() == 1);
        assertThat(heard.get(1).action).isEqualTo(MessageAction.MESSAGE_SUMMARY);
        assertThat(Summary.asSummaryDistinctV1(heard.get(1).annotations.summary.get("vote:distinct.v1"))
                        .get("yes")
                        .clientIds)
                .containsExactly("ann");
        assertThat(channel.annotations.get(heard.getFirst(), new Param[0]).items())
                .hasSize(1);
    }
}
