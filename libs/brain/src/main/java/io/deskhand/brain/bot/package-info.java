/** A bot's folder: its settings, texts, prompts and articles, read and checked. */
@NullMarked
package io.deskhand.brain.bot;

import org.jspecify.annotations.NullMarked;
