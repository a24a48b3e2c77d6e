/** What a channel knows: its order, history, backlog, members, summaries and occupancy. */
@NullMarked
package io.deskhand.ably.local.channel;

import org.jspecify.annotations.NullMarked;
