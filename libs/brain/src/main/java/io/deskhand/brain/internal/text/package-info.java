/** Normalized text, content words, sentences and phrases: what every comparison of texts uses. */
@NullMarked
package io.deskhand.brain.internal.text;

import org.jspecify.annotations.NullMarked;
