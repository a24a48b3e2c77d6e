package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.Version;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a stored message. What it does not supply stays as it is.
 *
 * @param action update, delete or append
 * @param operator who does it
 * @param description why
 * @param metadata string values of the operator's
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

    /** The version that results; author, creation and identity stay. */
    Message applyTo(Message old, Payload newPayload, Version version) {
        return new Message(
                old.id(),
                action == MessageAction.APPEND ? MessageAction.UPDATE : action,
                name == null ? old.name() : name,
                newPayload,
                old.clientId(),
                old.connectionId(),
                old.timestamp(),
                extras == null ? old.extras() : extras,
                old.serial(),
                version,
                null);
    }
}
