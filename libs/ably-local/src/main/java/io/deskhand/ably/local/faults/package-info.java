/** Trouble on demand: what a test may break, and how. */
@NullMarked
package io.deskhand.ably.local.faults;

import org.jspecify.annotations.NullMarked;
