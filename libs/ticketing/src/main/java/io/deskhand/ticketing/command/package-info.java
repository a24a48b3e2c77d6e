/** What somebody wants to happen to a ticket, and why it may not. */
@NullMarked
package io.deskhand.ticketing.command;

import org.jspecify.annotations.NullMarked;
