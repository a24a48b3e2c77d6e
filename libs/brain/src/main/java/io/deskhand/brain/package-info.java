/** The bot's mind: it reads a turn and decides what to say; it knows no Spring, no Ably and no Redis. */
@NullMarked
package io.deskhand.brain;

import org.jspecify.annotations.NullMarked;
