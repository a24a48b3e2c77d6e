/** From a transcript to verdicts: deterministic checks, each with its reason. */
@NullMarked
package io.deskhand.evals.score;

import org.jspecify.annotations.NullMarked;
