/** From judged cases to figures with their uncertainty. */
@NullMarked
package io.deskhand.evals.metric;

import org.jspecify.annotations.NullMarked;
