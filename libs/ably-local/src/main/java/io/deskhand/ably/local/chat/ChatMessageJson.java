package io.deskhand.ably.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts between messages of the Chat API and of the channel, where data is {@code {text, metadata}} and headers are in extras.
 */
final class ChatMessageJson {
    static final String NAME = "chat.message";
    private static final String TEXT = "text";
    private static final String METADATA = "metadata";
    private static final String HEADERS = "headers";
    private static final Map<MessageAction, String> ACTIONS = Map.of(
            MessageAction.CREATE, "message.create",
            MessageAction.UPDATE, "message.update",
            MessageAction.DELETE, "message.delete");
    private static final Map<String, String> REACTIONS = Map.of(
            "reaction:unique.v1", "unique",
            "reaction:distinct.v1", "distinct",
            "reaction:multiple.v1", "multiple");

    /**
     * The content of a chat message.
     *
     * @param text empty only for a delete
     */
    record Content(String text, ObjectNode metadata, ObjectNode headers) {
        static Content empty() {
            return new Content("", object(), object());
        }

        /**
         * The content in the body of a request.
         *
         * @throws AblyException 40001 when text is missing or empty, or the others are not objects
         */
        static Content read(@Nullable JsonNode body) {
            JsonNode text = body == null ? null : body.get(TEXT);
            if (body == null
                    || text == null
                    || !text.isTextual()
                    || text.textValue().isEmpty()) {
                throw Errors.invalidBody("unable to send message; text must be a string that is not empty");
            }
            return new Content(text.textValue(), objectOf(body, METADATA), objectOf(body, HEADERS));
        }

        private static ObjectNode objectOf(JsonNode body, String field) {
            JsonNode value = Fields.any(body, field);
            if (value == null) {
                return object();
            }
            if (value instanceof ObjectNode node) {
                return node;
            }
            throw Errors.invalidBody("unable to send message; " + field + " must be an object");
        }

        Payload payload() {
            return Payload.json(object().put(TEXT, text).set(METADATA, metadata));
        }

        ObjectNode extras() {
            return object().set(HEADERS, headers);
        }
    }

    private ChatMessageJson() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static boolean isOne(StoredMessage stored) {
        return NAME.equals(stored.latest().name());
    }

    /** The newest version as JSON, with reactions when there are any. */
    static ObjectNode latest(StoredMessage stored) {
        Message message = stored.latest();
        ObjectNode node = toNode(message);
        ObjectNode reactions = message.summary() == null ? null : reactions(message.summary());
        Fields.put(node, "reactions", reactions == null || reactions.isEmpty() ? null : reactions);
        return node;
    }

    /** One version as JSON, as send, update and delete return it. */
    static ObjectNode toNode(Message message) {
        JsonNode data = message.payload().asJson();
        JsonNode content = data == null ? object() : data;
        ObjectNode extras = message.extras() == null ? object() : message.extras();
        ObjectNode node = object();
        node.put("serial", message.serial());
        node.set("version", message.version().toNode());
        node.put(TEXT, content.path(TEXT).asText(""));
        Fields.put(node, "clientId", message.clientId());
        node.put("action", ACTIONS.getOrDefault(message.action(), "message.create"));
        node.set(METADATA, content.path(METADATA).isObject() ? content.get(METADATA) : object());
        node.set(HEADERS, extras.path(HEADERS).isObject() ? extras.get(HEADERS) : object());
        Fields.put(node, "userClaim", extras.get("userClaim"));
        node.put("timestamp", message.timestamp());
        return node;
    }

    /** The reactions in a summary by their short names, without the empty ones. */
    private static ObjectNode reactions(ObjectNode summary) {
        ObjectNode node = object();
        REACTIONS.forEach((type, shortName) -> {
            JsonNode tally = summary.get(type);
            if (tally != null && !tally.isEmpty()) {
                node.set(shortName, tally);
            }
        });
        return node;
    }

    /** The reactions in a summary by their short names, all three of them. */
    static ObjectNode allReactions(ObjectNode summary) {
        ObjectNode node = object();
        REACTIONS.forEach((type, shortName) -> {
            JsonNode tally = summary.get(type);
            node.set(shortName, tally == null ? object() : tally);
        });
        return node;
    }
}
