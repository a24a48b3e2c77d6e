/** The customers: who they are, and what their token lets them do. */
@NullMarked
package io.deskhand.bot.customer;

import org.jspecify.annotations.NullMarked;
