package io.deskhand.brain;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.extractive.ExtractiveBrain;
import io.deskhand.brain.knowledge.Embeddings;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All bots of a prompts folder, each with its brain. Safe for many threads. */
public final class Brains {

    private final BrainSettings settings;
    private final Map<String, Served> served = new TreeMap<>();

    private record Served(Bot bot, Brain brain) {}

    private Brains(BrainSettings settings) {
        this.settings = settings;
    }

    /**
     * Loads every bot below {@code promptsDir/bots} and indexes its knowledge; takes a few seconds.
     *
     * @throws InvalidBotException if a bot's files are unusable, or if there is none
     */
    public static Brains create(BrainSettings settings, Path promptsDir) {
        return create(settings, promptsDir, MiniLm.shared(), InstantSource.system());
    }

    static Brains create(BrainSettings settings, Path promptsDir, Embeddings embeddings, InstantSource time) {
        Brains brains = new Brains(settings);
        BotFiles.find(promptsDir.resolve("bots")).forEach((id, folder) -> {
            Bot bot = BotFiles.load(folder);
            brains.served.put(id, new Served(bot, brain(bot, embeddings, time)));
        });
        if (brains.served.isEmpty()) {
            throw new IllegalArgumentException("unable to start; there is no bot below " + promptsDir.resolve("bots"));
        }
        return brains;
    }

    private static Brain brain(Bot bot, Embeddings embeddings, InstantSource time) {
        KnowledgeBase knowledge = new KnowledgeBase(bot.articles(), embeddings);
        Policy policy = new Policy(bot, new SameQuestion(embeddings));
        return new ExtractiveBrain(bot, knowledge, policy, time);
    }

    /** Ids of the bots, in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(served.keySet());
    }

    /** The bot as its files say now. */
    public Optional<Bot> bot(String id) {
        return Optional.ofNullable(served.get(id)).map(Served::bot);
    }

    /** The bot's brain; it follows changes of the bot's files. */
    public Optional<Brain> brain(String id) {
        return Optional.ofNullable(served.get(id)).map(Served::brain);
    }

    /** Whether the bots answer with a model; if not, a widget shows {@link io.deskhand.brain.bot.Notice#ARTICLES_ONLY}. */
    public boolean usesModel() {
        return settings.usesModel();
    }
}
