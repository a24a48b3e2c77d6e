package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One state of a message.
 *
 * @param serial orders the versions of all messages of a channel
 * @param timestamp when the operation happened, ms since the epoch
 * @param clientId who did it; absent on a creation
 * @param description why, in the operator's words
 * @param metadata string values of the operator's
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
