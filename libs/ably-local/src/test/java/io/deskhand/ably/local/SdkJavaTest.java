package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.ably.lib.types.PaginatedResult;
import io.ably.lib.types.Param;
import io.ably.lib.types.PresenceMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SdkJavaTest extends SdkTest {

    SdkJavaTest(boolean binary) {
        super(binary);
    }

    @Test
    void published_messages_arrive_with_serials_and_are_in_the_history() throws Exception {
        AblyRealtime alice = sdk.as("alice");
        AblyRealtime bob = sdk.as("bob");
        Channel toBob = Sdk.attached(bob, "room");
        List<Message> received = new CopyOnWriteArrayList<>();
        toBob.subscribe(received::add);
        Sdk.Outcome published = new Sdk.Outcome();
        alice.channels.get("room").publish("greeting", "hello", published);
        published.succeeds();
        await().atMost(Sdk.PATIENCE).until(() -> received.size() == 1);
        Message message = received.getFirst();
        assertThat(message.data).isEqualTo("hello");
        assertThat(message.clientId).isEqualTo("alice");
        assertThat(message.action).isEqualTo(MessageAction.MESSAGE_CREATE);
        assertThat(message.serial).matches("\\d{14}-\\d{3}@\\w{10}:000");
        PaginatedResult<Message> history = toBob.history(null);
        assertThat(history.items()).hasSize(1);
        assertThat(history.items()[0].serial).isEqualTo(message.serial);
    }

    @Test
    void presence_is_synced_to_late_comers_and_ends_with_the_connection() throws Exception {
        AblyRealtime alice = sdk.as("alice");
        Channel fromAlice = Sdk.attached(alice, "room");
        Sdk.Outcome entered = new Sdk.Outcome();
        fromAlice.presence.enter("here", entered);
        entered.succeeds();
        AblyRealtime bob = sdk.as("bob");
        Channel toBob = Sdk.attached(bob, "room");
        PresenceMessage[] members = toBob.presence.get(true);
        assertThat(members).hasSize(1);
        assertThat(members[0].clientId).isEqualTo("alice");
        assertThat(members[0].data).isEqualTo("here");
        List<PresenceMessage> left = new CopyOnWriteArrayList<>();
        toBob.presence.subscribe(PresenceMessage.Action.leave, left::add);
        alice.close();
        await().atMost(Sdk.PATIENCE).until(() -> left.size() == 1);
        assertThat(left.getFirst().data).isEqualTo("here");
    }

    @Test
    void history_pages_are_linked() throws Exception {
        AblyRest rest = sdk.rest();
        for (int i = 0; i < 5; i++) {
            rest.channels.get("paged").publish("n", Integer.toString(i));
        }
        PaginatedResult<Message> page = rest.channels
                .get("paged")
                .history(new Param[] {new Param("limit", "2"), new Param("direction", "forwards")});
        assertThat(page.items()).extracting(m -> m.data).containsExactly("0", "1");
        page = page.next();
        assertThat(page.items()).extracting(m -> m.data).containsExactly("2", "3");
        page = page.next();
        assertThat(page.items()).extracting(m -> m.data).containsExactly("4");
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void chat_messages_are_sent_updated_and_deleted_over_rest_and_arrive_in_the_room() throws Exception {
        AblyRealtime bob = sdk.as("bob");
        Channel room = Sdk.attached(bob, "support::$chat");
        List<Message> received = new CopyOnWriteArrayList<>();
        room.subscribe("chat.message", received::add);
        JsonObject body = new JsonObject();
        body.addProperty("text", "first");
        HttpPaginatedResponse sent = bob.request(
                "POST", "/chat/v4/rooms/support/messages", null, HttpUtils.requestBodyFromGson(body, binary), null);
        assertThat(sent.statusCode).isEqualTo(201);
        String serial = sent.items()[0].getAsJsonObject().get("serial").getAsString();
        JsonObject changed = new JsonObject();
        JsonObject inner = new JsonObject();
        inner.addProperty("text", "second");
        changed.add("message", inner);
        String path = "/chat/v4/rooms/support/messages/" + HttpUtils.encodeURIComponent(serial);
        assertThat(bob.request("PUT", path, null, HttpUtils.requestBodyFromGson(changed, binary), null).success)
                .isTrue();
        assertThat(bob.request(
                                "POST",
                                path + "/delete",
                                null,
                                HttpUtils.requestBodyFromGson(new JsonObject(), binary),
                                null)
                        .success)
                .isTrue();
        await().atMost(Sdk.PATIENCE).until(() -> received.size() == 3);
        assertThat(received)
                .extracting(m -> m.action)
                .containsExactly(
                        MessageAction.MESSAGE_CREATE, MessageAction.MESSAGE_UPDATE, MessageAction.MESSAGE_DELETE);
        assertThat(received).extracting(m -> m.serial).containsOnly(serial);
        assertThat(((JsonObject) received.get(1).data).get("text").getAsString())
                .isEqualTo("second");
        HttpPaginatedResponse history = bob.request("GET", "/chat/v4/rooms/support/messages", null, null, null);
        assertThat(history.items()).hasSize(1);
        assertThat(history.items()[0].getAsJsonObject().get("action").getAsString())
                .isEqualTo("message.delete");
    }
}
