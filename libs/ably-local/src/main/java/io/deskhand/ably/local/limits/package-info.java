/** Size limits, rate limits and bounds on memory. */
@NullMarked
package io.deskhand.ably.local.limits;

import org.jspecify.annotations.NullMarked;
