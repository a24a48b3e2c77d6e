package io.deskhand.bot.bots;

import io.deskhand.bot.turn.BotMinds;
import io.deskhand.brain.Brain;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.policy.ApprovalTopics;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.ticketing.id.BotId;
import java.util.Optional;

/** The brains of the prompts folder, as the turns use them. */
public final class BrainMinds implements BotMinds {

    private final Brains brains;

    public BrainMinds(Brains brains) {
        this.brains = brains;
    }

    @Override
    public Brain brain(BotId bot) {
        return brains.brain(bot.value())
                .orElseThrow(() -> new IllegalStateException(
                        "unable to answer for the bot " + bot + "; it is not in the prompts folder any more"));
    }

    @Override
    public Optional<String> approvalTopic(BotId bot, TurnRequest request) {
        return brains.bot(bot.value()).flatMap(known -> ApprovalTopics.in(request, known));
    }

    @Override
    public String transferNotice(BotId bot, String language) {
        return brains.bot(bot.value())
                .map(known -> known.text(Notice.TRANSFER, language))
                .orElse("");
    }

    @Override
    public PacketRefiner refiner(BotId bot) {
        return brains.refiner(bot.value()).orElseGet(() -> BotMinds.super.refiner(bot));
    }
}
