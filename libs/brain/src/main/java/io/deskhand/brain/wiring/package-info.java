/** Puts the brains of a prompts folder together. */
@NullMarked
package io.deskhand.brain.wiring;

import org.jspecify.annotations.NullMarked;
