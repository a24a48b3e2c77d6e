package io.deskhand.bot.bots;

import io.deskhand.bot.turn.BotBrains;
import io.deskhand.brain.Brain;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.policy.ApprovalTopics;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.ticketing.id.BotId;
import java.util.Optional;

/** Adapts the brains of the prompts folder to what turns need. */
public final class BrainsAdapter implements BotBrains {

    private final Brains brains;

    public BrainsAdapter(Brains brains) {
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
        return brains.refiner(bot.value()).orElseGet(() -> BotBrains.super.refiner(bot));
    }
}
