/** Recorded answers of a model, so that a run needs neither network nor key and says the same tomorrow. */
@NullMarked
package io.deskhand.evals.cassette;

import org.jspecify.annotations.NullMarked;
