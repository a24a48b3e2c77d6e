/** What agents do with tickets: see, claim, answer, resolve. */
@NullMarked
package io.deskhand.handoff.ticket;

import org.jspecify.annotations.NullMarked;
