package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A presence member or a presence event.
 *
 * @param id {@code <connectionId>:<msgSerial>:<index>} when the member's own connection caused it; SDKs order by that
 */
@RecordBuilder
public record PresenceMessage(
        String id,
        PresenceAction action,
        String clientId,
        String connectionId,
        Payload payload,
        long timestamp,
        @Nullable ObjectNode extras)
        implements PresenceMessageBuilder.With {

    /** The key in the presence set: a client may be present once per connection. */
    public String memberKey() {
        return connectionId + ":" + clientId;
    }

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("action", action.ordinal());
        node.put("clientId", clientId);
        node.put("connectionId", connectionId);
        payload.writeTo(node);
        node.put("timestamp", timestamp);
        Fields.put(node, "extras", extras);
        return node;
    }
}
