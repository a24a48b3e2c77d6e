package io.deskhand.bot.turn;

import io.deskhand.brain.Brain;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.TurnRequest;
import io.deskhand.ticketing.id.BotId;
import java.util.Optional;

/** What a turn needs of each bot: its brain, notices and topics that need approval. */
public interface BotBrains {

    /** The bot's brain in its newest version. */
    Brain brain(BotId bot);

    /** The topic of the turn on which a colleague must approve the bot's answer, if it is about one. */
    default Optional<String> approvalTopic(BotId bot, TurnRequest request) {
        return Optional.empty();
    }

    /** What the customer is told when the bot gives the ticket to the queue. */
    String transferNotice(BotId bot, String language);

    /** Writes better handoff packets; one that never does when there is no model. */
    default PacketRefiner refiner(BotId bot) {
        return (request, reason, first) -> Optional.empty();
    }
}
