/** How much a client, a channel and the server may hold or do. */
@NullMarked
package io.deskhand.ably.local.limits;

import org.jspecify.annotations.NullMarked;
