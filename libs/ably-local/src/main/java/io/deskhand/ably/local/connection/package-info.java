/** The realtime side: one WebSocket transport per client, the connection that outlives it, and its frames. */
@NullMarked
package io.deskhand.ably.local.connection;

import org.jspecify.annotations.NullMarked;
