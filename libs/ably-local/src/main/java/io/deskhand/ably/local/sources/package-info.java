/** The clock, timers and randomness of the server. */
@NullMarked
package io.deskhand.ably.local.sources;

import org.jspecify.annotations.NullMarked;
