/** A ticket at one revision: who owns it, who owes the next move. */
@NullMarked
package io.deskhand.ticketing.ticket;

import org.jspecify.annotations.NullMarked;
