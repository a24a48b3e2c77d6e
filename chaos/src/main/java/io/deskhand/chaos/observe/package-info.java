/** Reads the final state from the outside. */
@NullMarked
package io.deskhand.chaos.observe;

import org.jspecify.annotations.NullMarked;
