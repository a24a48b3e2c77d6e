/** How well and how fast the bots find what they know. */
@NullMarked
package io.deskhand.bench.retrieval;

import org.jspecify.annotations.NullMarked;
