/** Reads what stands at the end, from the outside. */
@NullMarked
package io.deskhand.chaos.observe;

import org.jspecify.annotations.NullMarked;
