/** What a bot's brain takes and gives: a turn, a decision, and the settings of both. Depends on no other package. */
@NullMarked
package io.deskhand.brain;

import org.jspecify.annotations.NullMarked;
