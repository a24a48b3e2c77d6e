/** Tickets in Redis: a commit script, a draft script, a relay script, and indexes that are functions of the ticket. */
@NullMarked
package io.deskhand.ticketing.redis;

import org.jspecify.annotations.NullMarked;
