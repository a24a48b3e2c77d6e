/** What a run must reach, and the one place that says whether it did. */
@NullMarked
package io.deskhand.evals.gate;

import org.jspecify.annotations.NullMarked;
