/** The customers' side: it serves the tickets that a bot owns, and hosts the widget. */
@NullMarked
package io.deskhand.bot;

import org.jspecify.annotations.NullMarked;
