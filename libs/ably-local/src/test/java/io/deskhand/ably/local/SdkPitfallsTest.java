package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelState;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.rest.Auth;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ChannelMode;
import io.ably.lib.types.ChannelOptions;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.ably.lib.types.MessageExtras;
import io.ably.lib.types.PaginatedResult;
import io.ably.lib.types.Param;
import io.ably.lib.types.PresenceMessage;
import io.deskhand.ably.local.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("8 pitfalls, as ably-java falls into them")
class SdkPitfallsTest extends SdkTest {

    SdkPitfallsTest(boolean binary) {
        super(binary);
    }

    private static List<Message> heard(Channel channel) throws AblyException {
        List<Message> heard = new CopyOnWriteArrayList<>();
        channel.subscribe(heard::add);
        return heard;
    }

    private static void publish(Channel channel, String name, Object data) throws AblyException {
        Sdk.Outcome outcome = new Sdk.Outcome();
        channel.publish(name, data, outcome);
        outcome.succeeds();
    }

    @Test
    void pitfall_01_the_first_publish_is_acknowledged() throws Exception {
        publish(sdk.connected().channels.get("room"), "first", "x");
    }

    @Test
    void pitfall_03_refusals_reach_the_listener_and_the_connection_lives() throws Exception {
        AblyRealtime ably = sdk.connected();
        Sdk.Outcome refused = new Sdk.Outcome();
        ably.channels.get("room").publish("big", "x".repeat(70_000), refused);
        assertThat(refused.fails().code).isEqualTo(40009);
        assertThat(ably.connection.state).isEqualTo(ConnectionState.connected);
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
        server.inject(new Fault.LoseState());
        AblyRealtime bob = sdk.as("bob");
        Channel theirs = Sdk.attached(bob, "room");
        await().atMost(Sdk.PATIENCE).until(() -> theirs.presence.get(true).length == 1);
        assertThat(theirs.presence.get(true)[0].clientId).isEqualTo("ann");
        assertThat(theirs.presence.get(true)[0].connectionId).isEqualTo(ann.connection.id);
    }

    @Test
    void pitfall_08_ping_is_answered() throws Exception {
        Sdk.Outcome pinged = new Sdk.Outcome();
        sdk.connected().connection.ping(pinged);
        pinged.succeeds();
    }

    @Test
    void pitfall_09_a_key_connection_may_speak_for_anybody() throws Exception {
        Channel channel = Sdk.attached(sdk.connected(), "room");
        List<Message> heard = heard(channel);
        Sdk.Outcome outcome = new Sdk.Outcome();
        channel.publish(new Message("n", "d", "whoever"), outcome);
        outcome.succeeds();
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        assertThat(heard.getFirst().clientId).isEqualTo("whoever");
    }

    @Test
    void pitfall_10_a_cut_connection_comes_back_by_itself_and_misses_nothing() throws Exception {
        AblyRealtime ably = sdk.as("ann");
        Channel channel = Sdk.attached(ably, "room");
        List<Message> heard = heard(channel);
        String id = ably.connection.id;
        server.inject(new Fault.Refuse(true));
        server.inject(new Fault.Drop("ann"));
        Sdk.until(ably, ConnectionState.disconnected);
        sdk.rest().channels.get("room").publish("missed", "x");
        server.inject(new Fault.Refuse(false));
        ably.connect();
        Sdk.until(ably, ConnectionState.connected);
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        assertThat(heard.getFirst().name).isEqualTo("missed");
        assertThat(ably.connection.id).isEqualTo(id);
        assertThat(channel.state).isEqualTo(ChannelState.attached);
    }

    @Test
    void pitfall_11_a_bad_key_fails_with_its_code() throws Exception {
        AblyRealtime ably = sdk.realtime(options -> options.key = "app.key:wrong");
        Sdk.until(ably, ConnectionState.failed);
        assertThat(ably.connection.reason.code).isEqualTo(40101);
    }

    @Test
    void pitfall_12_time_and_stats_are_read() throws Exception {
        AblyRest rest = sdk.rest();
        assertThat(rest.time()).isPositive();
        assertThat(rest.stats(null).items()).isEmpty();
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
    void pitfall_14_rest_renews_a_token_that_expired() throws Exception {
        AtomicInteger issued = new AtomicInteger();
        AblyRest rest = sdk.rest(options -> {
            options.key = null;
            options.authCallback = params -> Jwts.of(issued.incrementAndGet() == 1 ? 0.3 : 60, "{}");
            options.queryTime = false;
        });
        rest.channels.get("room").publish("one", "x");
        await().pollDelay(java.time.Duration.ofMillis(400)).until(() -> true);
        rest.channels.get("room").publish("two", "y");
        assertThat(issued).hasValue(2);
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
    void pitfall_26_authorizing_keeps_the_connection() throws Exception {
        AblyRealtime ably = sdk.connected(options -> {
            options.key = null;
            options.authCallback = params -> Jwts.of(60, "{'x-ably-clientId':'ann'}");
        });
        String id = ably.connection.id;
        ably.auth.authorize(null, null);
        assertThat(ably.connection.id).isEqualTo(id);
        assertThat(ably.connection.state).isEqualTo(ConnectionState.connected);
        publish(ably.channels.get("room"), "n", "still works");
    }

    @Test
    void pitfall_27_an_expiring_token_is_renewed_and_the_connection_resumed() throws Exception {
        AtomicInteger issued = new AtomicInteger();
        AblyRealtime ably = sdk.connected(options -> {
            options.key = null;
            options.authCallback = params -> Jwts.of(issued.incrementAndGet() == 1 ? 1 : 60, "{}");
        });
        String id = ably.connection.id;
        await().atMost(Sdk.PATIENCE)
                .until(() -> issued.get() == 2 && ably.connection.state == ConnectionState.connected);
        assertThat(ably.connection.id).isEqualTo(id);
    }

    @Test
    void pitfall_28_tokens_are_requested_with_canonical_capabilities() throws Exception {
        AblyRest rest = sdk.rest();
        Auth.TokenParams params = new Auth.TokenParams();
        params.clientId = "ann";
        params.ttl = 30_000;
        params.capability = "{\"b\":[\"subscribe\",\"publish\"],\"a\":[\"*\"]}";
        Auth.TokenDetails details = rest.auth.requestToken(params, null);
        assertThat(details.clientId).isEqualTo("ann");
        assertThat(details.expires - details.issued).isEqualTo(30_000);
        assertThat(details.capability).isEqualTo("{\"a\":[\"*\"],\"b\":[\"publish\",\"subscribe\"]}");
        params.ttl = 90_000_000;
        assertThatThrownBy(() -> rest.auth.requestToken(params, null))
                .isInstanceOfSatisfying(
                        AblyException.class, e -> assertThat(e.errorInfo.code).isEqualTo(40003));
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

    @Test
    void pitfall_37_unknown_paths_are_answered_not_thrown() throws Exception {
        HttpPaginatedResponse response = sdk.rest().request("GET", "/no/such", null, null, null);
        assertThat(response.success).isFalse();
        assertThat(response.statusCode).isEqualTo(404);
        assertThat(response.errorCode).isEqualTo(40400);
    }

    @Test
    void a_batch_is_published_in_the_old_shape() throws Exception {
        Message.Batch batch = new Message.Batch(new String[] {"a", "b"}, new Message[] {new Message("n", "d")});
        assertThat(sdk.rest().publishBatch(new Message.Batch[] {batch}, null)).hasSize(2);
    }

    @Test
    void services_speak_for_others_over_rest_with_a_key() throws Exception {
        AblyRealtime service = sdk.connected();
        Channel room = Sdk.attached(sdk.as("customer:1"), "support::$chat");
        List<Message> heard = heard(room);
        JsonObject body = new JsonObject();
        body.addProperty("text", "hello");
        HttpPaginatedResponse sent = service.request(
                "POST",
                "/chat/v4/rooms/support/messages",
                null,
                HttpUtils.requestBodyFromGson(body, binary),
                new Param[] {new Param("X-Ably-ClientId", Raw.clientIdHeader("bot:demo"))});
        assertThat(sent.statusCode).isEqualTo(201);
        await().atMost(Sdk.PATIENCE).until(() -> heard.size() == 1);
        assertThat(heard.getFirst().clientId).isEqualTo("bot:demo");
    }
}
