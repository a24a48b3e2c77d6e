/** Annotation summaries, one class for each aggregation method. */
@NullMarked
package io.deskhand.ably.local.summary;

import org.jspecify.annotations.NullMarked;
