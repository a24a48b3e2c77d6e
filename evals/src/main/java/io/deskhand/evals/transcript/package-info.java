/** What was said in a case, as a file: scoring needs nothing else. */
@NullMarked
package io.deskhand.evals.transcript;

import org.jspecify.annotations.NullMarked;
