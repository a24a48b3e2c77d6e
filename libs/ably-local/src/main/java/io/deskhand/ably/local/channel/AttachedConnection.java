package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;

/** The view that a channel has of an attached connection. */
public interface AttachedConnection {
    String connectionId();

    /** Whether the connection receives its own messages. */
    boolean echo();

    /** Whether its protocol version has the append action. */
    boolean knowsAppend();

    /** Whether the outbound rate allows one more message now. A true result counts as a delivery. */
    boolean mayDeliver();

    void send(ProtocolMessage frame);
}
