/** Embeddings of texts, computed in process and cached on disk. */
@NullMarked
package io.deskhand.brain.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
