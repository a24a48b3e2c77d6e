/** Quality and speed of retrieval. */
@NullMarked
package io.deskhand.bench.retrieval;

import org.jspecify.annotations.NullMarked;
