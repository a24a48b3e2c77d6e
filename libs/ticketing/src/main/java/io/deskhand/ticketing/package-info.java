/** Tickets: what a ticket is, who owns it, and the one function that decides what may happen to it. Pure: no clock, no network, no storage. */
@NullMarked
package io.deskhand.ticketing;

import org.jspecify.annotations.NullMarked;
