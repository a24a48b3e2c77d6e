/** The entries of a ticket's log. */
@NullMarked
package io.deskhand.ticketing.log;

import org.jspecify.annotations.NullMarked;
