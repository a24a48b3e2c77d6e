/** What benchmarks are made of: parts, samples, rows of figures. */
@NullMarked
package io.deskhand.bench.measure;

import org.jspecify.annotations.NullMarked;
