/** Apps and channels: order, history, resume backlog, presence, occupancy, and the operations on messages. */
@NullMarked
package io.deskhand.ably.local.channel;

import org.jspecify.annotations.NullMarked;
