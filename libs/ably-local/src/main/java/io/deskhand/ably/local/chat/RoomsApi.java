package io.deskhand.ably.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.ChannelName;
import io.deskhand.ably.local.channel.IdempotencyCache;
import io.deskhand.ably.local.channel.MessageDraft;
import io.deskhand.ably.local.channel.MessageOperation;
import io.deskhand.ably.local.channel.MessageOperations;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.rest.Access;
import io.deskhand.ably.local.rest.PageQuery;
import io.deskhand.ably.local.rest.PaginatedResult;
import io.deskhand.ably.local.rest.Request;
import io.deskhand.ably.local.rest.Response;
import io.deskhand.ably.local.rest.Routes;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.JsonWire;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** The endpoints of Chat v4. A room is a channel with a suffix, so both share the stored messages. */
public final class RoomsApi {
    static final String BASE = "chat/v4/rooms/{room}";
    static final String ROOM = "room";
    static final String SERIAL = "serial";
    private static final String SUFFIX = "::$chat";
    private static final String SEND = "send message";
    private static final String READ = "read messages";
    private static final int ID_LENGTH = 12;

    private final Access access;
    private final RandomIds ids;
    private final InstantSource clock;
    private final IdempotencyCache<ObjectNode> recent;

    public RoomsApi(Access access, Environment environment, Duration idempotency) {
        this.access = access;
        this.ids = environment.ids();
        this.clock = environment.clock();
        this.recent = new IdempotencyCache<>(idempotency.toMillis());
    }

    public void addTo(Routes routes) {
        String one = BASE + "/messages/{serial}";
        routes.add("POST", BASE + "/messages", this::send);
        routes.add("GET", BASE + "/messages", this::history);
        routes.add("GET", one, this::get);
        routes.add("PUT", one, this::update);
        routes.add("POST", one + "/delete", this::delete);
        routes.add("GET", one + "/versions", this::versions);
        routes.add("GET", BASE + "/occupancy", this::occupancy);
        new ReactionsApi(access, ids).addTo(routes);
    }

    static String channelName(Request request) {
        return ChannelName.parse(request.path(ROOM) + SUFFIX).name();
    }

    private Response send(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(channelName(request), "publish", SEND);
        String clientId = caller.clientId();
        ChatMessageJson.Content content = ChatMessageJson.Content.read(request.bodyOrEmpty());
        MessageDraft draft = new MessageDraft(
                null,
                ChatMessageJson.NAME,
                content.payload(),
                clientId,
                MessageDraft.extras(content.extras(), caller.sender(), channel.name()));
        MessageDraft.checkSize(draft.size(), caller.app().limits());
        caller.app().rateLimiter().publish(channel.name(), 1, draft.size());
        return Response.created(once(request, caller, channel, () -> {
            String serial = channel.publish(List.of(draft), ids.next(ID_LENGTH), null)
                    .serials()
                    .getFirst();
            return ChatMessageJson.toNode(find(channel, serial).latest());
        }));
    }

    /** Runs an operation, or returns the earlier result when the idempotency key repeats. */
    private ObjectNode once(Request request, Access.Caller caller, Channel channel, Supplier<ObjectNode> operation) {
        String key = request.query("idempotencyKey");
        if (key == null) {
            return operation.get();
        }
        String id = String.join("\n", caller.app().id(), channel.name(), request.method(), key);
        ObjectNode before = recent.find(id, clock.millis());
        if (before != null) {
            return before;
        }
        ObjectNode outcome = operation.get();
        recent.put(id, outcome, JsonWire.text(outcome).length(), clock.millis());
        return outcome;
    }

    static StoredMessage find(Channel channel, String serial) {
        StoredMessage message = channel.history().find(serial);
        if (message == null || !ChatMessageJson.isOne(message)) {
            throw Errors.notFound("unable to find message '" + serial + "'");
        }
        return message;
    }

    private Response history(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(channelName(request), "history", READ);
        PageQuery query = caller.page(false);
        Iterator<StoredMessage> messages =
                query.stored(channel).filter(ChatMessageJson::isOne).iterator();
        return PaginatedResult.of(
                query,
                "messages",
                messages,
                ChatMessageJson::latest,
                stored -> stored.latest().serial());
    }

    private Response get(Request request) {
        Channel channel = access.caller(request).channel(channelName(request), "history", READ);
        return Response.ok(ChatMessageJson.latest(find(channel, request.path(SERIAL))));
    }

    private Response versions(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(channelName(request), "history", READ);
        PageQuery query = caller.page(true);
        return PaginatedResult.ofList(
                query, "versions", find(channel, request.path(SERIAL)).versions(), ChatMessageJson::toNode);
    }

    private Response update(Request request) {
        JsonNode body = request.bodyOrEmpty();
        ChatMessageJson.Content content = ChatMessageJson.Content.read(Fields.object(body, "message"));
        return edit(request, MessageAction.UPDATE, content, body);
    }

    private Response delete(Request request) {
        return edit(request, MessageAction.DELETE, ChatMessageJson.Content.empty(), request.bodyOrEmpty());
    }

    private Response edit(Request request, MessageAction action, ChatMessageJson.Content content, JsonNode body) {
        Access.Caller caller = access.caller(request);
        String operator = caller.clientId();
        Channel channel = caller.app().channel(channelName(request));
        ObjectNode operation = body instanceof ObjectNode object ? object : null;
        MessageOperation edit = new MessageOperation(
                request.path(SERIAL),
                action,
                null,
                content.payload(),
                MessageDraft.extras(content.extras(), caller.sender(), channel.name()),
                operator,
                operation == null ? null : Fields.text(operation, "description"),
                MessageOperations.metadata(operation));
        return Response.ok(once(request, caller, channel, () -> {
            find(channel, request.path(SERIAL));
            Message version =
                    MessageOperations.apply(caller.app(), channel, edit, caller.sender(), ids.next(ID_LENGTH));
            return ChatMessageJson.toNode(version);
        }));
    }

    private Response occupancy(Request request) {
        Access.Caller caller = access.caller(request);
        String name = channelName(request);
        boolean metadata = caller.allows(name, "channel-metadata");
        Channel channel = caller.channel(name, metadata ? "channel-metadata" : "subscribe", "read occupancy");
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("connections", channel.occupancy().connections())
                .put("presenceMembers", channel.occupancy().presenceMembers()));
    }
}
