/** Searches a bot's articles, and scores how well the passages found support an answer. */
@NullMarked
package io.deskhand.brain.knowledge;

import org.jspecify.annotations.NullMarked;
