/** A turn in progress: its record, its outcomes, and the streaming of a finished text. */
@NullMarked
package io.deskhand.brain.internal.turn;

import org.jspecify.annotations.NullMarked;
