/** Guards over the sentences of a model before a customer sees them. */
@NullMarked
package io.deskhand.brain.internal.guard;

import org.jspecify.annotations.NullMarked;
