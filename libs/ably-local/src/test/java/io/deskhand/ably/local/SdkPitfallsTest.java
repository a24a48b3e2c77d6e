package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelState;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.rest.Auth;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.Param;
import io.deskhand.ably.local.faults.ServerFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("8 pitfalls, as ably-java falls into them")
class SdkPitfallsTest extends SdkTest {
    SdkPitfallsTest(boolean binary) {
        super(binary);
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
        server.inject(new ServerFault.Refuse(true));
        server.inject(new ServerFault.Drop("ann"));
        Sdk.until(ably, ConnectionState.disconnected);
        sdk.rest().channels.get("room").publish("missed", "x");
        server.inject(new ServerFault.Refuse(false));
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
