/** Ably Chat v4 over the channels: room messages and their reactions. */
@NullMarked
package io.deskhand.ably.local.chat;

import org.jspecify.annotations.NullMarked;
