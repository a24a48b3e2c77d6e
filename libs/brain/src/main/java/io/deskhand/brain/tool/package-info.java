/** The tools that a bot's file declares: HTTP calls that a model may ask for. */
@NullMarked
package io.deskhand.brain.tool;

import org.jspecify.annotations.NullMarked;
