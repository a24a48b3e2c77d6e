package io.deskhand.evals.bot;

import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Trial;

/** The bot that answers the customers of the cases. */
public interface BotUnderTest {

    /** A new ticket for the case, with its planted articles in the bot's knowledge. */
    Dialogue open(Trial trial);

    /** One ticket. */
    interface Dialogue {

        /**
         * Says something as the customer and waits for the end of the turn.
         *
         * @return what the bot did; {@link Exchange#silent} if the ticket is no longer the bot's
         * @throws RuntimeException if the turn had no decision; the case is then errored
         */
        Exchange say(String user) throws InterruptedException;
    }
}
