/** Tickets on Ably: rooms and their messages, presence, tokens, the relay from log to room, and the leases of one side's tickets. */
@NullMarked
package io.deskhand.realtime;

import org.jspecify.annotations.NullMarked;
