package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.MessageDraft;
import io.deskhand.ably.local.channel.MessageOperation;
import io.deskhand.ably.local.channel.MessageOperations;
import io.deskhand.ably.local.channel.Sender;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.MessageAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processes MESSAGE frames: publishes, or operations on stored messages. */
final class MessageFrames {

    private MessageFrames() {}

    /**
     * Publishes the messages of a frame, or applies its operations.
     *
     * @return the serials of the new messages or versions
     * @throws AblyException when any message is refused; then nothing of the frame happens
     */
    static List<@Nullable String> publish(Connection connection, JsonNode frame, Channel channel, String frameId) {
        JsonNode messages = Fields.any(frame, "messages");
        if (messages == null || !messages.isArray() || messages.isEmpty()) {
            throw Errors.invalidBody("unable to publish; no messages");
        }
        Sender sender = connection.sender();
        connection.rateLimiter().publish(messages.size());
        if (!isOperation(messages.get(0))) {
            sender.require(channel.name(), "publish", "publish");
            List<MessageDraft> drafts = MessageDraft.readAll(
                    messages, sender, channel.name(), connection.app().limits());
            connection.app().rateLimiter().publish(channel.name(), drafts.size(), MessageDraft.sizeOf(drafts));
            return List.copyOf(channel.publish(drafts, frameId, connection.id()).serials());
        }
        List<MessageOperation> edits = new ArrayList<>();
        for (JsonNode message : messages) {
            String serial = Fields.text(message, "serial");
            if (serial == null || !isOperation(message)) {
                throw Errors.of(40003, 400, "unable to change message; each needs an action and a serial");
            }
            edits.add(MessageOperations.read(message, serial, MessageAction.UPDATE, sender, channel.name()));
        }
        List<@Nullable String> versions = new ArrayList<>();
        for (MessageOperation edit : edits) {
            versions.add(MessageOperations.apply(connection.app(), channel, edit, sender, frameId)
                    .version()
                    .serial());
        }
        return versions;
    }

    private static boolean isOperation(JsonNode message) {
        return message.isObject() && Fields.integer(message, "action", 0) != MessageAction.CREATE.ordinal();
    }
}
