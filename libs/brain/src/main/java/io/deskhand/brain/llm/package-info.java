/** The brain with a language model: streaming over any OpenAI-compatible API, tools in a bounded loop, and a truthful end whatever the model does. */
@NullMarked
package io.deskhand.brain.llm;

import org.jspecify.annotations.NullMarked;
