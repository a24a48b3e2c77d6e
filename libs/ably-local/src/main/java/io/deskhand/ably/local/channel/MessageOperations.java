package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.Capability;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import org.jspecify.annotations.Nullable;

/** Reads, authorises and applies updates, deletes and appends, from frames and from requests. */
public final class MessageOperations {

    private MessageOperations() {}

    /**
     * The operation that a message object, or a body with {@code operation}, describes.
     *
     * @param action the action when the body has none
     * @throws AblyException 40000, 40012, 40013 or 40017 when it is invalid
     */
    public static MessageOperation read(
            JsonNode body, String serial, MessageAction action, Sender sender, String channel) {
        if (!body.isObject()) {
            throw Errors.invalidBody("unable to change message; the body must be an object");
        }
        ObjectNode operation = Fields.object(body, "operation");
        if (operation == null) {
            operation = Fields.object(body, "version");
        }
        ObjectNode extras = Fields.object(body, "extras");
        return new MessageOperation(
                serial,
                MessageAction.of(Fields.integer(body, "action", action.ordinal())),
                Fields.text(body, "name"),
                Payload.of(body),
                extras == null ? null : MessageDraft.extras(extras, sender, channel),
                sender.identity().stamp(operation == null ? null : Fields.text(operation, "clientId")),
                operation == null ? null : Fields.text(operation, "description"),
                metadata(operation));
    }

    /**
     * The metadata of an operation.
     *
     * @throws AblyException 40017 when a value is not a string, which SDKs could not read back
     */
    public static @Nullable ObjectNode metadata(@Nullable ObjectNode operation) {
        ObjectNode metadata = operation == null ? null : Fields.object(operation, "metadata");
        if (metadata != null
                && metadata.properties().stream().anyMatch(e -> !e.getValue().isTextual())) {
            throw Errors.of(40017, 400, "unable to change message; metadata values must be strings");
        }
        return metadata;
    }

    /**
     * Authorises and applies an operation; returns the new version.
     *
     * @throws AblyException 40400 for an unknown message, 93002 when the channel's messages are not mutable, 40160 or 40166 without the right, 40009 when too large
     */
    public static Message apply(App app, Channel channel, MessageOperation edit, Sender sender, String idBase) {
        if (edit.action() == MessageAction.CREATE
                || edit.action() == MessageAction.META
                || edit.action() == MessageAction.SUMMARY) {
            throw Errors.badRequest("unable to change message; the action must be update, delete or append");
        }
        if (!app.isMutable(channel.name())) {
            throw Errors.of(93002, 400, "unable to change message; the channel's namespace has no mutable messages");
        }
        StoredMessage target = channel.history().find(edit.serial());
        if (target == null) {
            throw Errors.notFound("unable to change message; no message '" + edit.serial() + "'");
        }
        permit(channel.name(), edit.action(), target.latest().clientId(), sender);
        long size = Message.sizeOf(edit.name(), edit.operator(), edit.extras(), edit.payload());
        if (edit.action() == MessageAction.APPEND) {
            size += target.latest().payload().size();
        }
        MessageDraft.checkSize(size, app.limits());
        return channel.edit(target, edit, idBase, sender.connectionId());
    }

    /**
     * Checks that the sender may change a message of this author.
     *
     * @throws AblyException 40160, or 40166 when the permission needs an identified author
     */
    private static void permit(String channel, MessageAction action, @Nullable String author, Sender sender) {
        String verb = action == MessageAction.DELETE ? "message-delete" : "message-update";
        Capability capability = sender.credentials().capability();
        if (capability.allows(channel, verb + "-any")) {
            return;
        }
        capability.require(channel, verb + "-own", "change message");
        String operator = sender.identity().clientId();
        if (operator == null) {
            throw Errors.of(40166, 401, "unable to change message; only its identified author may");
        }
        if (!operator.equals(author)) {
            throw Errors.notPermitted("change message of another client");
        }
    }
}
