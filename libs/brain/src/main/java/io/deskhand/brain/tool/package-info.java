/** The tools that a bot's file declares: HTTP calls that a model may ask for, made by rules that the model cannot change. */
@NullMarked
package io.deskhand.brain.tool;

import org.jspecify.annotations.NullMarked;
