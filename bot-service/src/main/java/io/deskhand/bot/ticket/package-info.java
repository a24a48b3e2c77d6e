/** What customers do with tickets over HTTP: open, see, and ask for a person; their words go through the room. */
@NullMarked
package io.deskhand.bot.ticket;

import org.jspecify.annotations.NullMarked;
