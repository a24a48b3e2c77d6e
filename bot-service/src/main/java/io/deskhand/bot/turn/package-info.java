/** The bot in the rooms: present while it serves, one running turn a ticket, every word behind the fence. */
@NullMarked
package io.deskhand.bot.turn;

import org.jspecify.annotations.NullMarked;
