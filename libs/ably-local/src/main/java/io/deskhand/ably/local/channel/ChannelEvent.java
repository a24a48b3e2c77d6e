package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;
import org.jspecify.annotations.Nullable;

/**
 * Something that a channel tells its attachments.
 *
 * @param kind decides who receives it
 * @param position where it stands in the channel's order
 * @param time ms since the epoch
 * @param connectionId whose doing it is, if a connection's
 * @param frame what is sent
 * @param delta an append's shorter form, for those who asked for no full messages
 */
record ChannelEvent(
        Kind kind,
        String position,
        long time,
        @Nullable String connectionId,
        ProtocolMessage frame,
        @Nullable ProtocolMessage delta) {

    enum Kind {
        MESSAGE,
        PRESENCE,
        ANNOTATION
    }
}
