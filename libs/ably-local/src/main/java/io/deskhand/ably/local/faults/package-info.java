/** Fault injection: the faults, and the plan of those in effect. */
@NullMarked
package io.deskhand.ably.local.faults;

import org.jspecify.annotations.NullMarked;
