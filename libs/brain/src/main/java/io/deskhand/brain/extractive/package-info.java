/** The brain without a model: it answers in the knowledge base's own words or says that it cannot. */
@NullMarked
package io.deskhand.brain.extractive;

import org.jspecify.annotations.NullMarked;
