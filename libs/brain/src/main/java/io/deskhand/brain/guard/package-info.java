/** What may pass to a model, a log, an archive or a customer, and what may not. */
@NullMarked
package io.deskhand.brain.guard;

import org.jspecify.annotations.NullMarked;
