/** Tickets and entries as those who look at them may see them. */
@NullMarked
package io.deskhand.ticketing.view;

import org.jspecify.annotations.NullMarked;
