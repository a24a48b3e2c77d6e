/** Normalized text, words and sentences, for whatever compares texts. */
@NullMarked
package io.deskhand.brain.internal.text;

import org.jspecify.annotations.NullMarked;
