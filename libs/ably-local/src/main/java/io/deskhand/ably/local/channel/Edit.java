package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a stored message. What it does not supply stays as it is.
 *
 * @param action update, delete or append
 * @param operator who does it
 * @param description why
 * @param metadata string values of the operator's
 */
public record Edit(
        String serial,
        MessageAction action,
        @Nullable String name,
        Payload payload,
        @Nullable ObjectNode extras,
        @Nullable String operator,
        @Nullable String description,
        @Nullable ObjectNode metadata) {}
