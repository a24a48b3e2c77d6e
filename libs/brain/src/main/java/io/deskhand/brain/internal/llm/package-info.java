/** Answers with a language model: prompt, tool rounds, guarded streaming and the decision. */
@NullMarked
package io.deskhand.brain.internal.llm;

import org.jspecify.annotations.NullMarked;
