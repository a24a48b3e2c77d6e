/** What every brain does with a turn: keep its record, hand its text on. */
@NullMarked
package io.deskhand.brain.turn;

import org.jspecify.annotations.NullMarked;
