package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;
import org.jspecify.annotations.Nullable;

/**
 * Something that a channel tells its attachments.
 *
 * @param kind decides who receives it
 * @param at where it stands in the channel's order
 * @param connectionId whose doing it is, if a connection's
 * @param size bytes of its content, roughly
 * @param frame what is sent
 * @param delta an append's shorter form, for those who asked for no full messages
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

    /** The same without its shorter form: a delta makes no sense to who lacks its base. */
    ChannelEvent inFull() {
        return delta == null ? this : new ChannelEvent(kind, at, connectionId, size, frame, null);
    }
}
