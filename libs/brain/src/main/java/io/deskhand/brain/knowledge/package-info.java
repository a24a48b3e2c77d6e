/** What the bot knows: articles cut into passages, found by words and by meaning, with a figure for how well they support an answer. */
@NullMarked
package io.deskhand.brain.knowledge;

import org.jspecify.annotations.NullMarked;
