package io.deskhand.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.Param;
import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.view.RoomKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a room delivers is known, or it is left out and counted; nothing is guessed. */
class RoomBoundaryTest {

    private static final String ROOM = "ticket:c1:t1";

    private final AblyLocal server = AblyLocal.start(AblyLocalOptions.defaults().withFaultsEndpoint(true));
    private final RoomConnection connection =
            RoomConnection.withKey(RealtimeAddress.local(server.port()), server.key(), "customer:c1");
    private final List<DeliveredMessage> received = new CopyOnWriteArrayList<>();
    private AblyRest service;
    private Room room;

    @BeforeEach
    void join() throws Exception {
        ClientOptions options = new ClientOptions(server.key());
        RealtimeAddress.local(server.port()).configure(options);
        service = new AblyRest(options);
        room = connection.join(ROOM, received::add);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
        connection.close();
        service.close();
        server.close();
    }

    private static JsonObject headers(String kind, String state) {
        JsonObject headers = new JsonObject();
        headers.addProperty("pos", 7);
        headers.addProperty("epoch", 2);
        headers.addProperty("kind", kind);
        headers.addProperty("state", state);
        headers.addProperty("seq", 3);
        headers.addProperty("name", "Fern");
        return headers;
    }

    /** Sends as the services do: under any client id, with any headers. */
    private void deliver(String clientId, JsonObject headers, String text) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        body.add("headers", headers);
        String identity = Base64.getEncoder().encodeToString(clientId.getBytes(StandardCharsets.UTF_8));
        assertThat(service.request(
                                "POST",
                                "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(ROOM) + "/messages",
                                null,
                                HttpUtils.requestBodyFromGson(body, false),
                                new Param[] {new Param("X-Ably-ClientId", identity)})
                        .success)
                .isTrue();
    }

    /** The server forgets all connections, and what they might resume. */
    private void loseState() throws Exception {
        HttpRequest fault = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_local/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fault\":\"loseState\"}"))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(http.send(fault, BodyHandlers.discarding()).statusCode()).isLessThan(300);
        }
    }

    private void leftOut(String clientId, JsonObject headers) throws Exception {
        long before = connection.leftOut();
        deliver(clientId, headers, "from a newer service");
        deliver("bot:fern", headers("MESSAGE", "FINAL"), "known");
        await().until(() -> !received.isEmpty());
        assertThat(received).extracting(DeliveredMessage::text).containsExactly("known");
        assertThat(connection.leftOut()).isEqualTo(before + 1);
    }

    @Test
    void known_message_is_delivered_with_all_that_the_headers_say() throws Exception {
        deliver("bot:fern", headers("MESSAGE", "STREAMING"), "Two to");

        await().until(() -> !received.isEmpty());
        DeliveredMessage message = received.getFirst();
        assertThat(message.role()).isEqualTo(Role.BOT);
        assertThat(message.kind()).isEqualTo(RoomKind.MESSAGE);
        assertThat(message.state()).isEqualTo(State.STREAMING);
        assertThat(message.pos()).isEqualTo(7);
        assertThat(message.epoch()).isEqualTo(2);
        assertThat(message.seq()).isEqualTo(3);
        assertThat(message.name()).isEqualTo("Fern");
        assertThat(connection.leftOut()).isZero();
    }

    @Test
    void message_of_an_unknown_kind_is_left_out_and_counted() throws Exception {
        leftOut("bot:fern", headers("HOLOGRAM", "FINAL"));
    }

    @Test
    void message_in_an_unknown_state_is_left_out_and_counted() throws Exception {
        leftOut("bot:fern", headers("MESSAGE", "DREAMT"));
    }

    @Test
    void message_of_an_unknown_role_is_left_out_and_counted() throws Exception {
        leftOut("oracle:delphi", headers("MESSAGE", "FINAL"));
    }

    @Test
    void relayed_message_without_a_position_is_left_out_and_counted() throws Exception {
        JsonObject headers = headers("MESSAGE", "FINAL");
        headers.remove("pos");

        leftOut("agent:anna", headers);
    }

    @Test
    void handoff_packet_in_a_room_is_left_out_and_counted() throws Exception {
        leftOut("system", headers("PACKET", "FINAL"));
    }

    @Test
    void own_message_comes_back_with_its_local_id_and_a_repeat_is_no_second_one() {
        String serial = room.send("My parcel is lost", "local-1");
        String again = room.send("My parcel is lost", "local-1");
        room.publish("Hello?", "local-2");

        await().until(() -> received.size() == 2);
        assertThat(again).isEqualTo(serial);
        assertThat(received).extracting(DeliveredMessage::localId).containsExactly("local-1", "local-2");
        assertThat(received).extracting(DeliveredMessage::role).containsOnly(Role.CUSTOMER);
        assertThat(received.getFirst().serial()).isEqualTo(serial);
        assertThat(connection.leftOut()).isZero();
    }

    @Test
    void room_can_be_joined_again_at_once_after_it_was_left() {
        room.close();
        room = connection.join(ROOM, received::add);

        room.send("Here again");

        await().until(() -> received.size() == 1);
    }

    @Test
    void gap_is_reported_when_the_server_has_lost_what_the_connection_would_resume() throws Exception {
        CountDownLatch gap = new CountDownLatch(1);
        Room.Listener listener = new Room.Listener() {
            @Override
            public void received(DeliveredMessage message) {}

            @Override
            public void gap() {
                gap.countDown();
            }
        };
        try (Room other = connection.join("ticket:c1:t3", listener)) {
            assertThat(gap.getCount()).isOne();
            loseState();

            assertThat(gap.await(20, TimeUnit.SECONDS)).isTrue();
            other.send("Here again");
        }
    }

    @Test
    void transcript_keeps_every_version_in_order() throws Exception {
        try (RoomTranscript transcript = RoomTranscript.joined(listener -> connection.join("ticket:c1:t2", listener))) {
            transcript.room().send("one");
            transcript.room().send("two");

            transcript.await(Duration.ofSeconds(10), message -> message.text().equals("two"));

            assertThat(transcript.messages()).extracting(DeliveredMessage::text).containsExactly("one", "two");
        }
    }
}
