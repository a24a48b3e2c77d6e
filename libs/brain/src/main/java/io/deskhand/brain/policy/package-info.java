/** When the bot stops, before any model is asked: rules over what the customer wrote and what was said so far. */
@NullMarked
package io.deskhand.brain.policy;

import org.jspecify.annotations.NullMarked;
