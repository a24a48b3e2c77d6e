/** Answers without a model: with sentences of the articles, quoted and cited. */
@NullMarked
package io.deskhand.brain.internal.extractive;

import org.jspecify.annotations.NullMarked;
