package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.ChannelMode;
import io.ably.lib.types.ChannelOptions;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.ably.lib.types.MessageExtras;
import io.ably.lib.types.PaginatedResult;
import io.ably.lib.types.Param;
import io.ably.lib.types.PresenceMessage;
import io.deskhand.ably.local.faults.ServerFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("8 pitfalls of channels, as ably-java falls into them")
class SdkChannelPitfallsTest extends SdkTest {
    SdkChannelPitfallsTest(boolean binary) {
        super(binary);
    }

    @Test
    void pitfall_05_history_until_attach_ends_at_the_attachment() throws Exception {
        AblyRest rest = sdk.rest();
        rest.channels.get("room").publish("before", "x");
        Channel channel = Sdk.attached(sdk.connected(), "room");
        rest.channels.get("room").publish("after", "y");
        PaginatedResult<Message> history = channel.history(new Param[] {new Param("untilAttach", "true")});
        assertThat(history.items()).extracting(m -> m.name).containsExactly("before");
    }

    @Test
    void pitfall_06_presence_get_returns_on_empty_and_on_peopled_channels() throws Exception {
        AblyRealtime ably = sdk.connected();
        assertThat(Sdk.attached(ably, "empty").presence.get(true)).isEmpty();
        Channel channel = Sdk.attached(ably, "peopled");
        Sdk.Outcome entered = new Sdk.Outcome();
        channel.presence.enterClient("someone", "data", entered);
        entered.succeeds();
        assertThat(Sdk.attached(sdk.connected(), "peopled").presence.get(true)).hasSize(1);
    }

    @Test
    void pitfall_07_members_enter_again_after_a_discontinuity() throws Exception {
        AblyRealtime ann = sdk.as("ann");
        Channel mine = Sdk.attached(ann, "room");
        Sdk.Outcome entered = new Sdk.Outcome();
        mine.presence.enter("here", entered);
        entered.succeeds();
        server.inject(new ServerFault.LoseState());
        AblyRealtime bob = sdk.as("bob");
        Channel theirs = Sdk.attached(bob, "room");
        await().atMost(Sdk.PATIENCE).until(() -> theirs.presence.get(true).length == 1);
        assertThat(theirs.presence.get(true)[0].clientId).isEqualTo("ann");
        assertThat(theirs.presence.get(true)[0].connectionId).isEqualTo(ann.connection.id);
    }

    @Test
    void pitfall_13_presence_and_version_pages_are_followed() throws Exception {
        AblyRealtime ably = sdk.connected();
        Channel channel = Sdk.attached(ably, "room");
        for (String client : List.of("a", "b", "c")) {
            Sdk.Outcome entered = new Sdk.Outcome();
            channel.presence.enterClient(client, "x", entered);
            entered.succeeds();
        }
        PaginatedResult<PresenceMessage> page =
                sdk.rest().channels.get("room").presence.get(new Param[] {new Param("limit", "2")});
        assertThat(page.items()).hasSize(2);
        assertThat(page.hasNext()).isTrue();
        assertThat(page.next().items()).hasSize(1);
        assertThat(channel.presence.history(null).items()).hasSize(3);
    }

    @Test
    void pitfall_17_messages_without_anything_are_decoded() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        List<Message> heard = heard(channel);
        publish(channel, null, null);
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        assertThat(heard.getFirst().data).isNull();
        assertThat(heard.getFirst().action).isEqualTo(MessageAction.MESSAGE_CREATE);
    }

    @Test
    void pitfall_18_json_and_binary_data_arrive_as_they_were() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        List<Message> heard = heard(channel);
        publish(channel, "json", JsonParser.parseString("{\"a\":[1,2]}").getAsJsonObject());
        publish(channel, "bytes", new byte[] {1, 2, (byte) 0xff});
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 2);
        assertThat(heard.getFirst().data).isEqualTo(JsonParser.parseString("{\"a\":[1,2]}"));
        assertThat((byte[]) heard.get(1).data).containsExactly(1, 2, 0xff);
    }

    @Test
    void pitfall_19_extras_come_back() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        List<Message> heard = heard(channel);
        // Not parsed from text: in msgpack ably-java sends the numbers of parsed JSON as strings.
        JsonObject headers = new JsonObject();
        headers.addProperty("a", 1);
        JsonObject extras = new JsonObject();
        extras.add("headers", headers);
        Sdk.Outcome outcome = new Sdk.Outcome();
        channel.publish(new Message("n", "d", new MessageExtras(extras)), outcome);
        outcome.succeeds();
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        assertThat(heard.getFirst().extras.asJsonObject().get("headers")).isEqualTo(headers);
    }

    @Test
    void pitfall_20_messages_are_updated_and_deleted_over_rest() throws Exception {
        AblyRest rest = sdk.rest(options -> options.clientId = "ann");
        Channel live = Sdk.attached(sdk.as("bob"), "room");
        List<Message> heard = heard(live);
        rest.channels.get("room").publish("n", "one");
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        Message change = new Message("n", "two");
        change.serial = heard.getFirst().serial;
        rest.channels.get("room").updateMessage(change);
        rest.channels.get("room").deleteMessage(change);
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 3);
        assertThat(heard)
                .extracting(m -> m.action)
                .containsExactly(
                        MessageAction.MESSAGE_CREATE, MessageAction.MESSAGE_UPDATE, MessageAction.MESSAGE_DELETE);
        assertThat(heard).extracting(m -> m.timestamp).containsOnly(heard.getFirst().timestamp);
        assertThat(rest.channels.get("room").getMessage(change.serial).action).isEqualTo(MessageAction.MESSAGE_DELETE);
        assertThat(rest.channels
                        .get("room")
                        .getMessageVersions(change.serial, null)
                        .items())
                .hasSize(3);
    }

    @Test
    void pitfall_22_a_message_id_makes_a_second_publish_harmless() throws Exception {
        AblyRest rest = sdk.rest();
        for (int i = 0; i < 2; i++) {
            Message message = new Message("n", "d");
            message.id = "once:0";
            rest.channels.get("room").publish(new Message[] {message});
        }
        assertThat(rest.channels.get("room").history(null).items()).hasSize(1);
    }

    @Test
    void pitfall_23_modes_and_params_are_told() throws Exception {
        ChannelOptions options = new ChannelOptions();
        options.modes = new ChannelMode[] {ChannelMode.subscribe};
        options.params = Map.of("rewind", "1", "agent", "x");
        Channel channel = Sdk.attached(sdk.connected(), "room", options);
        assertThat(channel.getModes()).containsExactly(ChannelMode.subscribe);
        assertThat(channel.getParams()).containsExactlyEntriesOf(Map.of("rewind", "1"));
        Sdk.Outcome refused = new Sdk.Outcome();
        channel.publish("n", "d", refused);
        assertThat(refused.fails().code).isEqualTo(40165);
    }

    @Test
    void pitfall_24_a_channel_beyond_the_capability_fails() throws Exception {
        AblyRealtime ably = sdk.connected(options -> {
            options.key = null;
            options.token = Jwts.of(60, "{'x-ably-capability':{'mine:*':['*']}}");
        });
        Sdk.attached(ably, "mine:one");
        Sdk.Outcome refused = new Sdk.Outcome();
        ably.channels.get("other").attach(refused);
        assertThat(refused.fails().code).isEqualTo(40160);
        assertThat(ably.connection.state).isEqualTo(ConnectionState.connected);
    }

    @Test
    void pitfall_30_echo_is_off_when_asked() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(options -> options.echoMessages = false), "room");
        List<Message> heard = heard(channel);
        publish(channel, "own", "x");
        sdk.rest().channels.get("room").publish("other", "y");
        await().atMost(Sdk.PATIENCE).until(() -> !heard.isEmpty());
        assertThat(heard).extracting(m -> m.name).containsExactly("other");
    }

    @Test
    void pitfall_33_occupancy_arrives_as_a_meta_message() throws Exception {
        ChannelOptions options = new ChannelOptions();
        options.params = Map.of("occupancy", "metrics");
        AblyRealtime ably = sdk.connected();
        Channel channel = ably.channels.get("room", options);
        List<Message> heard = heard(channel);
        await().atMost(Sdk.PATIENCE).until(() -> !heard.isEmpty());
        assertThat(heard.getFirst().name).isEqualTo("[meta]occupancy");
        assertThat(heard.getFirst().action).isEqualTo(MessageAction.META);
        assertThat(((JsonObject) heard.getFirst().data)
                        .getAsJsonObject("metrics")
                        .get("connections")
                        .getAsInt())
                .isEqualTo(1);
    }

    @Test
    void pitfall_35_a_burst_of_publishes_passes() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        List<Message> heard = heard(channel);
        for (int i = 0; i < 300; i++) {
            channel.publish("n", Integer.toString(i));
        }
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 300);
        assertThat(heard.get(299).data).isEqualTo("299");
    }
}
