package io.deskhand.realtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageExtras;
import io.ably.lib.types.Param;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * The REST side of Ably Chat, version 4, through ably-java: there is no Chat SDK for plain Java.
 *
 * <p>Calls block for at most 5 s. Every failure is a {@link RealtimeException}; a repeat with the same idempotency key is no duplicate.
 */
final class ChatApi {

    private static final int PAGE = 100;

    private final AblyRest rest;
    private final RestRate rate;

    ChatApi(AblyRest rest, RestRate rate) {
        this.rest = rest;
        this.rate = rate;
    }

    /** The rate limiter of all calls. */
    RestRate rate() {
        return rate;
    }

    /**
     * Creates a message.
     *
     * @return the message in the room: with an idempotency key used before, the one created then
     */
    ChatMessage send(String room, String clientId, JsonObject message, String idempotencyKey) {
        return single(call("send to", "POST", messages(room), clientId, message, idempotencyKey));
    }

    /** Replaces text, headers and metadata of a message; it keeps its serial. */
    ChatMessage update(String room, String serial, String clientId, JsonObject message, String idempotencyKey) {
        JsonObject body = new JsonObject();
        body.add("message", message);
        String path = messages(room) + "/" + HttpUtils.encodeURIComponent(serial);
        return single(call("update a message in", "PUT", path, clientId, body, idempotencyKey));
    }

    /** The messages of a room, newest first, down to the first one for which {@code stop} holds, exclusive. */
    List<ChatMessage> newest(String room, Predicate<ChatMessage> stop) {
        List<ChatMessage> found = new ArrayList<>();
        Param[] params = {new Param("limit", String.valueOf(PAGE)), new Param("direction", "backwards")};
        try {
            rate.await();
            HttpPaginatedResponse page = checked("read", rest.request("GET", messages(room), params, null, null));
            while (true) {
                for (JsonElement item : page.items()) {
                    ChatMessage message = ChatMessage.fromRest(item.getAsJsonObject());
                    if (stop.test(message)) {
                        return found;
                    }
                    found.add(message);
                }
                if (!page.hasNext()) {
                    return found;
                }
                rate.await();
                page = checked("read", page.next());
            }
        } catch (AblyException e) {
            throw new RealtimeException("unable to read the room; " + e.errorInfo.message, e);
        }
    }

    /** Sends an ephemeral typing notice to the room. */
    void typing(String room, String clientId) {
        JsonObject extras = new JsonObject();
        extras.addProperty("ephemeral", true);
        Message message = new Message("typing.started", null, new MessageExtras(extras));
        message.clientId = clientId;
        publish(Rooms.channel(room), message);
    }

    void publish(String channel, Message message) {
        rate.await();
        try {
            rest.channels.get(channel).publish(new Message[] {message});
        } catch (AblyException e) {
            throw new RealtimeException("unable to publish to " + channel + "; " + e.errorInfo.message, e);
        }
    }

    private HttpPaginatedResponse call(
            String what, String method, String path, String clientId, JsonObject body, String idempotencyKey) {
        String identity = Base64.getEncoder().encodeToString(clientId.getBytes(StandardCharsets.UTF_8));
        rate.await();
        try {
            return checked(
                    what,
                    rest.request(
                            method,
                            path,
                            new Param[] {new Param("idempotencyKey", idempotencyKey)},
                            HttpUtils.requestBodyFromGson(body, false),
                            new Param[] {new Param("X-Ably-ClientId", identity)}));
        } catch (AblyException e) {
            throw new RealtimeException("unable to " + what + " the room; " + e.errorInfo.message, e);
        }
    }

    private static HttpPaginatedResponse checked(String what, HttpPaginatedResponse response) {
        if (!response.success) {
            throw new RealtimeException(
                    "unable to " + what + " the room; " + response.errorCode + " " + response.errorMessage, null);
        }
        return response;
    }

    private static ChatMessage single(HttpPaginatedResponse response) {
        return ChatMessage.fromRest(response.items()[0].getAsJsonObject());
    }

    private static String messages(String room) {
        return "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages";
    }
}
