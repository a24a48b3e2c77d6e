package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.channel.AnnotationOperations;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.ChannelName;
import io.deskhand.ably.local.channel.MessageDraft;
import io.deskhand.ably.local.channel.MessageOperation;
import io.deskhand.ably.local.channel.MessageOperations;
import io.deskhand.ably.local.channel.PublishResult;
import io.deskhand.ably.local.channel.Sender;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.connection.Connection;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import java.util.List;

/** The endpoints that publish, update, delete and annotate messages. */
final class MessagesApi {
    private static final String CHANNEL = "channel";
    private static final String SERIAL = "serial";
    private static final int ID_LENGTH = 12;

    private final Access access;
    private final Connections connections;
    private final RandomIds ids;

    MessagesApi(Access access, Connections connections, RandomIds ids) {
        this.access = access;
        this.connections = connections;
        this.ids = ids;
    }

    void addTo(Routes routes) {
        String one = "channels/{channel}/messages/{serial}";
        routes.add("POST", "channels/{channel}/messages", this::publish);
        routes.add(
                "GET",
                one,
                r -> Response.ok(
                        stored(access.caller(r), "read message").latest().toNode()));
        routes.add("PATCH", one, r -> edit(r, MessageAction.UPDATE));
        routes.add("POST", one + "/delete", r -> edit(r, MessageAction.DELETE));
        routes.add("GET", one + "/versions", this::versions);
        routes.add("POST", one + "/annotations", this::annotate);
        routes.add("GET", one + "/annotations", this::annotations);
        routes.add("GET", one + "/client-summary", this::clientSummary);
    }

    private Response publish(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(request.path(CHANNEL), "publish", "publish");
        if ("true".equals(request.query("_forceNack"))) {
            throw Errors.of(40099, 400, "unable to publish; refused as asked for");
        }
        PublishResult result = publish(caller, channel, request.body(), "true".equals(request.query("ephemeral")));
        return Response.created(toNode(channel, result));
    }

    /**
     * Publishes the messages of a body, on behalf of a connection when the first message has its connectionKey.
     *
     * @throws AblyException when any is refused; then none is published
     */
    PublishResult publish(Access.Caller caller, Channel channel, JsonNode body, boolean ephemeral) {
        Sender sender = onBehalf(caller, body);
        List<MessageDraft> drafts =
                MessageDraft.readAll(body, sender, channel.name(), caller.app().limits());
        if (ephemeral) {
            drafts = drafts.stream().map(MessageDraft::asEphemeral).toList();
        }
        caller.app().rateLimiter().publish(channel.name(), drafts.size(), MessageDraft.sizeOf(drafts));
        return channel.publish(drafts, ids.next(ID_LENGTH), sender.connectionId());
    }

    private Sender onBehalf(Access.Caller caller, JsonNode body) {
        JsonNode first = body.isArray() && !body.isEmpty() ? body.get(0) : body;
        String key = first.isObject() ? Fields.text(first, "connectionKey") : null;
        if (key == null) {
            return caller.sender();
        }
        Connection connection = connections.findByKey(key);
        if (connection == null || connection.app() != caller.app()) {
            throw Errors.of(40006, 400, "unable to publish; invalid connection key");
        }
        ClientIdentity identity = caller.sender().identity();
        return new Sender(
                caller.sender().credentials(),
                identity.clientId() == null ? connection.identity() : identity,
                connection.id());
    }

    static ObjectNode toNode(Channel channel, PublishResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(CHANNEL, channel.name());
        node.put("messageId", result.messageId());
        ArrayNode serials = node.putArray("serials");
        result.serials().forEach(serials::add);
        return node;
    }

    /** The message that the path of a request names. */
    private static StoredMessage stored(Access.Caller caller, String purpose) {
        Channel channel = caller.channel(caller.request().path(CHANNEL), "history", purpose);
        String serial = caller.request().path(SERIAL);
        StoredMessage message = channel.history().find(serial);
        if (message == null) {
            throw Errors.notFound("unable to find message '" + serial + "'");
        }
        return message;
    }

    private Response edit(Request request, MessageAction action) {
        Access.Caller caller = access.caller(request);
        Channel channel =
                caller.app().channel(ChannelName.parse(request.path(CHANNEL)).name());
        MessageOperation operation = MessageOperations.read(
                request.bodyOrEmpty(), request.path(SERIAL), action, caller.sender(), channel.name());
        Message version =
                MessageOperations.apply(caller.app(), channel, operation, caller.sender(), ids.next(ID_LENGTH));
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("versionSerial", version.version().serial()));
    }

    private Response versions(Request request) {
        Access.Caller caller = access.caller(request);
        List<Message> versions = stored(caller, "read message versions").versions();
        return PaginatedResult.ofList(caller.page(true), "versions", versions, Message::toNode);
    }

    private Response annotate(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(request.path(CHANNEL), "annotation-publish", "annotate");
        ArrayNode serials = JsonNodeFactory.instance.arrayNode();
        AnnotationOperations.apply(
                        caller.app(),
                        channel,
                        request.body(),
                        request.path(SERIAL),
                        caller.sender(),
                        ids.next(ID_LENGTH))
                .forEach(serials::add);
        return Response.created(JsonNodeFactory.instance.objectNode().set("serials", serials));
    }

    private Response annotations(Request request) {
        Access.Caller caller = access.caller(request);
        PageQuery query = caller.page(true);
        String type = request.query("type");
        List<Annotation> list = stored(caller, "read annotations").annotations().stream()
                .filter(annotation -> type == null || annotation.type().equals(type))
                .toList();
        return PaginatedResult.ofList(query, "annotations", list, Annotation::toNode);
    }

    private Response clientSummary(Request request) {
        Access.Caller caller = access.caller(request);
        StoredMessage message = stored(caller, "read summary");
        String wanted = request.query("forClientId");
        return Response.ok(message.summary().toNode(wanted == null ? caller.clientId() : wanted));
    }
}
