/** Counts the annotations of a message, one way for each aggregation method of Ably. */
@NullMarked
package io.deskhand.ably.local.summary;

import org.jspecify.annotations.NullMarked;
