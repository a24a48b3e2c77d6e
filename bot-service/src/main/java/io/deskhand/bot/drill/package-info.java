/** Drills: what the bots do when something is down, tried on the running service. */
@NullMarked
package io.deskhand.bot.drill;

import org.jspecify.annotations.NullMarked;
