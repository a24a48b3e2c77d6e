/** A run as people and machines read it. */
@NullMarked
package io.deskhand.evals.report;

import org.jspecify.annotations.NullMarked;
