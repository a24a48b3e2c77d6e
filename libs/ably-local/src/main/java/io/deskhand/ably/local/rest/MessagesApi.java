package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.channel.Annotating;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.Edit;
import io.deskhand.ably.local.channel.Edits;
import io.deskhand.ably.local.channel.MessageDraft;
import io.deskhand.ably.local.channel.Receipt;
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
import org.jspecify.annotations.Nullable;

/** Publishing and changing messages, and annotating them. */
public final class MessagesApi {
    private static final String CHANNEL = "channel";
    private static final String SERIAL = "serial";
    private static final int ID_LENGTH = 12;

    private final Access access;
    private final Connections connections;
    private final RandomIds ids;

    public MessagesApi(Access access, Connections connections, RandomIds ids) {
        this.access = access;
        this.connections = connections;
        this.ids = ids;
    }

    public void addTo(Routes routes) {
        String one = "channels/{channel}/messages/{serial}";
        routes.add("POST", "channels/{channel}/messages", (r, p) -> publish(r, p.get(CHANNEL)));
        routes.add("GET", one, (r, p) -> get(r, p.get(CHANNEL), p.get(SERIAL)));
        routes.add("PATCH", one, (r, p) -> edit(r, p.get(CHANNEL), p.get(SERIAL), MessageAction.UPDATE));
        routes.add("POST", one + "/delete", (r, p) -> edit(r, p.get(CHANNEL), p.get(SERIAL), MessageAction.DELETE));
        routes.add("GET", one + "/versions", (r, p) -> versions(r, p.get(CHANNEL), p.get(SERIAL)));
        routes.add("POST", one + "/annotations", (r, p) -> annotate(r, p.get(CHANNEL), p.get(SERIAL)));
        routes.add("GET", one + "/annotations", (r, p) -> annotations(r, p.get(CHANNEL), p.get(SERIAL)));
        routes.add("GET", one + "/client-summary", (r, p) -> clientSummary(r, p.get(CHANNEL), p.get(SERIAL)));
    }

    private Response publish(Request request, String name) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "publish", "publish");
        if ("true".equals(request.query("_forceNack"))) {
            throw Errors.of(40099, 400, "unable to publish; refused as asked for");
        }
        JsonNode body = request.body();
        Receipt receipt = publish(caller, channel, body, "true".equals(request.query("ephemeral")));
        return Response.created(answer(channel, receipt));
    }

    /**
     * Publishes the messages of a body, on behalf of a connection when the first of them carries its key.
     *
     * @throws AblyException when any is refused; then none is published
     */
    Receipt publish(Access.Caller caller, Channel channel, JsonNode body, boolean ephemeral) {
        Sender sender = onBehalf(caller, body);
        List<MessageDraft> drafts =
                MessageDraft.readAll(body, sender, channel.name(), caller.app().limits());
        if (ephemeral) {
            drafts = drafts.stream().map(MessageDraft::asEphemeral).toList();
        }
        caller.app().traffic().publish(channel.name(), drafts.size(), MessageDraft.sizeOf(drafts));
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

    static ObjectNode answer(Channel channel, Receipt receipt) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(CHANNEL, channel.name());
        answer.put("messageId", receipt.messageId());
        ArrayNode serials = answer.putArray("serials");
        receipt.serials().forEach(serials::add);
        return answer;
    }

    private static StoredMessage find(Channel channel, String serial) {
        StoredMessage message = channel.history().find(serial);
        if (message == null) {
            throw Errors.notFound("unable to find message '" + serial + "'");
        }
        return message;
    }

    private Response get(Request request, String name, String serial) {
        Channel channel = access.caller(request).channel(name, "history", "read message");
        return Response.ok(find(channel, serial).latest().toNode());
    }

    private Response edit(Request request, String name, String serial, MessageAction action) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.app()
                .channel(io.deskhand.ably.local.channel.ChannelName.parse(name).name());
        Edit edit = Edits.read(request.bodyOrEmpty(), serial, action, caller.sender(), channel.name());
        Message version = Edits.apply(caller.app(), channel, edit, caller.sender(), ids.next(ID_LENGTH));
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("versionSerial", version.version().serial()));
    }

    private Response versions(Request request, String name, String serial) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "history", "read message versions");
        PageQuery query = PageQuery.of(request, true, caller.app().limits().maxPage());
        return PaginatedResult.ofList(query, "versions", find(channel, serial).versions(), Message::toNode);
    }

    private Response annotate(Request request, String name, String serial) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "annotation-publish", "annotate");
        List<String> serials =
                Annotating.apply(caller.app(), channel, request.body(), serial, caller.sender(), ids.next(ID_LENGTH));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        serials.forEach(list::add);
        return Response.created(JsonNodeFactory.instance.objectNode().set("serials", list));
    }

    private Response annotations(Request request, String name, String serial) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "history", "read annotations");
        PageQuery query = PageQuery.of(request, true, caller.app().limits().maxPage());
        String type = request.query("type");
        List<Annotation> list = find(channel, serial).annotations().stream()
                .filter(a -> type == null || a.type().equals(type))
                .toList();
        return PaginatedResult.ofList(query, "annotations", list, Annotation::toNode);
    }

    private Response clientSummary(Request request, String name, String serial) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "history", "read summary");
        @Nullable String wanted = request.query("forClientId");
        String clientId = wanted == null ? caller.clientId() : wanted;
        return Response.ok(find(channel, serial).summary().toNode(clientId));
    }
}
