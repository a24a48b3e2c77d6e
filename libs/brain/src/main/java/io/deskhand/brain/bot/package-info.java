/** What prompt engineers write: a bot's folder, read, checked and versioned as a whole. */
@NullMarked
package io.deskhand.brain.bot;

import org.jspecify.annotations.NullMarked;
