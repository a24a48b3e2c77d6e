/** Ably Chat v4: room messages and message reactions, stored in channels. */
@NullMarked
package io.deskhand.ably.local.chat;

import org.jspecify.annotations.NullMarked;
