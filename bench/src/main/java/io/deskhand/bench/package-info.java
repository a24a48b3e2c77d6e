/** Benchmarks: every figure next to its raw limit, measured in the same run. */
@NullMarked
package io.deskhand.bench;

import org.jspecify.annotations.NullMarked;
