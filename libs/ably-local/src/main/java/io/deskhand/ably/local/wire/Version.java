package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A version of a message.
 *
 * @param serial orders the versions of all messages of a channel
 * @param timestamp when the operation happened, ms since the epoch
 * @param clientId the operator; null for a create
 * @param description the operator's reason
 * @param metadata the operator's metadata, string values
 */
public record Version(
        String serial,
        long timestamp,
        @Nullable String clientId,
        @Nullable String description,
        @Nullable ObjectNode metadata) {

    public static Version created(String serial, long timestamp) {
        return new Version(serial, timestamp, null, null, null);
    }

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("serial", serial);
        node.put("timestamp", timestamp);
        Fields.put(node, "clientId", clientId);
        Fields.put(node, "description", description);
        Fields.put(node, "metadata", metadata);
        return node;
    }
}
