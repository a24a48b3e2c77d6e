package io.deskhand.evals;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.wiring.BrainParts;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.evals.bot.BotUnderTest;
import io.deskhand.evals.bot.LocalBrains;
import io.deskhand.evals.cassette.CassettePlayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What thinks behind the bot.
 *
 * @param model "extractive" or the model's name
 * @param variant of the bots, for all cases; null = as their tickets get it
 * @param deck recordings used instead of the network; null if none
 */
record ModelUnderTest(
        String model,
        @Nullable String variant,
        BrainSettings settings,
        @Nullable CassettePlayer player) {

    /** The same in every run, so that nonces in prompts are, too. */
    private static final byte[] SEED = "deskhand evals: nothing secret here".getBytes(StandardCharsets.UTF_8);

    static ModelUnderTest extractive(@Nullable String variant) {
        return new ModelUnderTest("extractive", variant, BrainSettings.extractive(), null);
    }

    /** Under which results, baselines and recordings are kept. */
    String name() {
        return name(model, variant);
    }

    static String name(String model, @Nullable String variant) {
        return variant == null ? model : model + "." + variant;
    }

    /** @throws Evals.UsageException if a bot's files are unusable */
    LocalBrains brains(Workspace workspace) throws IOException {
        BrainParts production = BrainParts.production();
        BrainParts parts = new BrainParts(
                production.embeddings(),
                production.time(),
                player == null ? production.transport() : player::wrap,
                SEED,
                production.knowledge(),
                production.spending(),
                production.guards());
        try {
            return new LocalBrains(workspace.prompts(), variant, prompts -> Brains.create(settings, prompts, parts));
        } catch (InvalidBotException | IllegalArgumentException e) {
            throw new Evals.UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The bot, with each case's recordings put in before it is played. */
    BotUnderTest watched(BotUnderTest bot) {
        CassettePlayer recordings = player;
        return recordings == null
                ? bot
                : trial -> {
                    recordings.insert(trial);
                    return bot.open(trial);
                };
    }

    /**
     * After each case.
     *
     * @throws Evals.CassetteMissException if something was asked that was not recorded
     */
    void played() {
        if (player != null) {
            player.eject();
            player.miss().ifPresent(detail -> {
                throw new Evals.CassetteMissException(detail);
            });
        }
    }
}
