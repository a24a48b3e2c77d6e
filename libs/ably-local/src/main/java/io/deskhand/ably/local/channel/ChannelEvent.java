package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event that a channel delivers to its attachments.
 *
 * @param kind decides which modes receive it
 * @param at its position in the channel
 * @param connectionId the connection that caused it, if any
 * @param size approximate bytes of its content
 * @param frame the frame that is sent
 * @param delta the append as delta, for attachments that take deltas
 */
record ChannelEvent(
        Kind kind,
        ChannelPosition at,
        @Nullable String connectionId,
        int size,
        ProtocolMessage frame,
        @Nullable ProtocolMessage delta) {

    enum Kind {
        MESSAGE,
        PRESENCE,
        ANNOTATION
    }

    /** The event without its delta, for clients that may lack the base message. */
    ChannelEvent inFull() {
        return delta == null ? this : new ChannelEvent(kind, at, connectionId, size, frame, null);
    }
}
