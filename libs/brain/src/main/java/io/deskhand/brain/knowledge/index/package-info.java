/** Articles cut into passages, indexed by words (BM25) and by meaning (embeddings). */
@NullMarked
package io.deskhand.brain.knowledge.index;

import org.jspecify.annotations.NullMarked;
