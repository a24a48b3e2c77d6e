package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A message with its serial. It is self-contained: no field depends on its frame.
 *
 * @param serial its identity in the channel
 * @param timestamp when it was created, ms since the epoch; later versions keep it
 * @param clientId the author of the message, not of the version
 * @param summary annotations by type, if it has any
 */
@RecordBuilder
public record Message(
        String id,
        MessageAction action,
        @Nullable String name,
        Payload payload,
        @Nullable String clientId,
        @Nullable String connectionId,
        long timestamp,
        @Nullable ObjectNode extras,
        String serial,
        Version version,
        @Nullable ObjectNode summary)
        implements MessageBuilder.With {

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("action", action.ordinal());
        Fields.put(node, "name", name);
        payload.writeTo(node);
        Fields.put(node, "clientId", clientId);
        Fields.put(node, "connectionId", connectionId);
        node.put("timestamp", timestamp);
        Fields.put(node, "extras", extras);
        node.put("serial", serial);
        node.set("version", version.toNode());
        if (summary != null) {
            node.putObject("annotations").set("summary", summary);
        }
        return node;
    }

    /** The MESSAGE_SUMMARY that delivers changed annotations. */
    public Message asSummary(String summaryId) {
        return with().id(summaryId)
                .action(MessageAction.SUMMARY)
                .payload(Payload.EMPTY)
                .clientId(null)
                .connectionId(null)
                .extras(null)
                .build();
    }

    /** Size in bytes as the limits count it: name, clientId, extras as JSON, data. */
    public int size() {
        return sizeOf(name, clientId, extras, payload);
    }

    public static int sizeOf(
            @Nullable String name, @Nullable String clientId, @Nullable ObjectNode extras, Payload payload) {
        int size = payload.size();
        size += name == null ? 0 : Payload.utf8Length(name);
        size += clientId == null ? 0 : Payload.utf8Length(clientId);
        size += extras == null || extras.isEmpty() ? 0 : Payload.utf8Length(JsonWire.text(extras));
        return size;
    }
}
