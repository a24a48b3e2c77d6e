package io.deskhand.client;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.rest.Auth;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Param;
import io.ably.lib.util.Log;
import io.deskhand.ticketing.view.AgentTicket;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One person's connection to rooms and to the inbox, over ably-java.
 *
 * <p>{@link CustomerClient} and {@link AgentClient} open their own with tokens. {@link #withKey} is for a backend that holds an Ably key and needs neither.
 */
public final class RoomConnection implements AutoCloseable {

    private static final int OPEN_TIMEOUT_MILLIS = 4_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int RETRY_MILLIS = 1_000;

    private final AblyRealtime ably;
    private final ViewJson json;
    private final JsonObject member;

    private RoomConnection(ClientOptions options, RealtimeAddress address, ViewJson json, JsonObject member) {
        options.useBinaryProtocol = false;
        options.logLevel = Log.NONE;
        options.httpOpenTimeout = OPEN_TIMEOUT_MILLIS;
        options.httpRequestTimeout = REQUEST_TIMEOUT_MILLIS;
        options.disconnectedRetryTimeout = RETRY_MILLIS;
        options.autoConnect = false;
        address.configure(options);
        this.json = json;
        this.member = member;
        try {
            this.ably = new AblyRealtime(options);
        } catch (AblyException e) {
            throw Confirmation.failed("connect to rooms", e.errorInfo);
        }
    }

    /**
     * Connects with an Ably key, which must stay secret.
     *
     * @param clientId under which messages are sent, such as {@code customer:c1}
     */
    public static RoomConnection withKey(RealtimeAddress address, String key, String clientId) {
        try {
            ClientOptions options = new ClientOptions(key);
            options.clientId = clientId;
            return new RoomConnection(options, address, new ViewJson(), new JsonObject());
        } catch (AblyException e) {
            throw Confirmation.failed("connect to rooms", e.errorInfo);
        }
    }

    /** @param token fetches one whenever the connection needs it */
    static RoomConnection withTokens(
            RealtimeAddress address, Supplier<String> token, ViewJson json, JsonObject member) {
        ClientOptions options = new ClientOptions();
        options.authCallback = parameters -> {
            try {
                return token.get();
            } catch (DeskhandException e) {
                throw AblyException.fromThrowable(e);
            }
        };
        return new RoomConnection(options, address, json, member);
    }

    /** Fetches a new token, whose rights hold on the open connection from now on. */
    void authorize() {
        try {
            ably.auth.authorize(new Auth.TokenParams(), null);
        } catch (AblyException e) {
            throw Confirmation.failed("renew the realtime token", e.errorInfo);
        }
    }

    /** Follows a room by its name; returns once attached. A room may be joined again after it was left. */
    public Room join(String room, Room.Listener listener) {
        return join(room, listener, () -> {});
    }

    /** @param left runs when the room is left, or could not be joined */
    Room join(String room, Room.Listener listener, Runnable left) {
        FollowedChannel channel = new FollowedChannel(open(room + "::$chat"), listener::gap);
        try {
            channel.follow(message -> Room.receive(message, json, listener));
        } catch (DeskhandException e) {
            left.run();
            release(channel);
            throw e;
        }
        return new Room(this, room, channel, left);
    }

    InboxFeed followInbox(Consumer<AgentTicket> changes, Runnable gap) {
        FollowedChannel channel = new FollowedChannel(open(InboxFeed.CHANNEL), gap);
        try {
            channel.follow(message -> InboxFeed.receive(message, json, changes));
        } catch (DeskhandException e) {
            release(channel);
            throw e;
        }
        return new InboxFeed(this, channel);
    }

    private Channel open(String channel) {
        ably.connect();
        return ably.channels.get(channel);
    }

    void release(FollowedChannel followed) {
        followed.detach();
        ably.channels.release(followed.channel().name);
    }

    /** How many messages were left out because this version of the client does not know their author, kind, state or form. */
    public long leftOut() {
        return json.leftOut();
    }

    JsonObject member() {
        return member;
    }

    /** Sends a message into a room; returns its serial. */
    public String send(String room, String text) {
        return send(room, text, UUID.randomUUID().toString());
    }

    /**
     * Sends a message into a room over REST; needs no {@link #join}.
     *
     * @param localId in the message's metadata, and its idempotency key: a repeat is no second message
     * @return the message's serial
     */
    public String send(String room, String text, String localId) {
        try {
            HttpPaginatedResponse response = ably.request(
                    "POST",
                    "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                    new Param[] {new Param("idempotencyKey", localId)},
                    HttpUtils.requestBodyFromGson(chatMessage(text, localId), false),
                    null);
            if (!response.success) {
                throw new DeskhandException(
                        response.statusCode,
                        "realtime_" + response.errorCode,
                        "unable to send to the room; " + response.errorMessage);
            }
            return response.items()[0].getAsJsonObject().get("serial").getAsString();
        } catch (AblyException e) {
            throw Confirmation.failed("send to the room", e.errorInfo);
        }
    }

    static JsonObject chatMessage(String text, String localId) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("localId", localId);
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        body.add("metadata", metadata);
        return body;
    }

    @Override
    public void close() {
        ably.close();
    }
}
