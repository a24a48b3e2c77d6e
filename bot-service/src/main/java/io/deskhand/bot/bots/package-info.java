/** The bots that customers may talk to. */
@NullMarked
package io.deskhand.bot.bots;

import org.jspecify.annotations.NullMarked;
