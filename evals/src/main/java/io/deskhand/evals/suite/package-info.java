/** Suites as prompt engineers write them: cases, turns and what is expected of each. */
@NullMarked
package io.deskhand.evals.suite;

import org.jspecify.annotations.NullMarked;
