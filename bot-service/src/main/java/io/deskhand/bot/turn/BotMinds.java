package io.deskhand.bot.turn;

import io.deskhand.brain.Brain;
import io.deskhand.ticketing.BotId;

/** The minds of the bots that this service runs. */
public interface BotMinds {

    /** The bot's mind in its newest version. */
    Brain brain(BotId bot);

    /** What the customer is told when the bot gives the ticket to the queue. */
    String transferNotice(BotId bot, String language);
}
