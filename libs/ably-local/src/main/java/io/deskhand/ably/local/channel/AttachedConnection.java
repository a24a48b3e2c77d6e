package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;

/** The connection at the other end of an attachment, as far as a channel sees it. */
public interface AttachedConnection {
    String connectionId();

    /** Whether the connection wants its own messages back. */
    boolean echo();

    /** Whether its SDK knows what an append is. */
    boolean knowsAppend();

    /** Whether the rate of the connection allows one more message now; asking counts as delivering. */
    boolean mayDeliver();

    void send(ProtocolMessage frame);
}
