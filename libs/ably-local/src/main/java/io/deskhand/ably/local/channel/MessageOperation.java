package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.Version;
import org.jspecify.annotations.Nullable;

/**
 * An update, delete or append of a stored message. Absent fields keep their value.
 *
 * @param action update, delete or append
 * @param operator clientId of the operator
 * @param description the operator's reason
 * @param metadata the operator's metadata, string values
 */
public record MessageOperation(
        String serial,
        MessageAction action,
        @Nullable String name,
        Payload payload,
        @Nullable ObjectNode extras,
        @Nullable String operator,
        @Nullable String description,
        @Nullable ObjectNode metadata) {

    /** The resulting version; author, creation time and serial stay. */
    Message applyTo(Message old, Payload newPayload, Version version) {
        return old.with()
                .action(action == MessageAction.APPEND ? MessageAction.UPDATE : action)
                .name(name == null ? old.name() : name)
                .payload(newPayload)
                .extras(extras == null ? old.extras() : extras)
                .version(version)
                .summary(null)
                .build();
    }
}
