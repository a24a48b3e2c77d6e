/** The ids of tickets and of those who take part in them. */
@NullMarked
package io.deskhand.ticketing.id;

import org.jspecify.annotations.NullMarked;
