/** What the bots have spent on models, counted for all instances together. */
@NullMarked
package io.deskhand.bot.spending;

import org.jspecify.annotations.NullMarked;
