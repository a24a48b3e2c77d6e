package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of a message, or its deletion.
 *
 * @param delete whether it deletes earlier annotations of its client
 * @param type {@code <name>:<method>.v<n>}; the method decides how annotations are summarised
 * @param count weight for {@code multiple}
 */
public record Annotation(
        String id,
        boolean delete,
        String messageSerial,
        String type,
        @Nullable String name,
        @Nullable Integer count,
        Payload payload,
        @Nullable String clientId,
        @Nullable String connectionId,
        long timestamp,
        String serial,
        @Nullable ObjectNode extras) {

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("action", delete ? 1 : 0);
        node.put("messageSerial", messageSerial);
        node.put("type", type);
        Fields.put(node, "name", name);
        if (count != null) {
            node.put("count", count);
        }
        payload.writeTo(node);
        Fields.put(node, "clientId", clientId);
        Fields.put(node, "connectionId", connectionId);
        node.put("timestamp", timestamp);
        node.put("serial", serial);
        Fields.put(node, "extras", extras);
        return node;
    }
}
