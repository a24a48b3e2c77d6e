/** The realtime side: WebSocket transports, the connections that outlive them, and the frames of clients. */
@NullMarked
package io.deskhand.ably.local.connection;

import org.jspecify.annotations.NullMarked;
