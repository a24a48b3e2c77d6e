/** The one place that decides what may happen to a ticket (I18). Pure. */
@NullMarked
package io.deskhand.ticketing.rules;

import org.jspecify.annotations.NullMarked;
