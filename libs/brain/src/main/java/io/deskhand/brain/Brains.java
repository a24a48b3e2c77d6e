package io.deskhand.brain;

import dev.langchain4j.http.client.HttpClient;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.extractive.ExtractiveBrain;
import io.deskhand.brain.knowledge.Embeddings;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.MiniLm;
import io.deskhand.brain.llm.LlmBrain;
import io.deskhand.brain.llm.ModelClient;
import io.deskhand.brain.llm.Secrets;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.tool.Toolboxes;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All bots of a prompts folder, each with its brain. Safe for many threads. */
public final class Brains {

    private final BrainSettings settings;
    private final Parts parts;
    private final @Nullable ModelClient client;
    private final CircuitBreaker breaker;
    private final Toolboxes toolboxes;
    private final Path botsDir;
    private final Map<String, Served> served = new ConcurrentSkipListMap<>();

    private record Served(Bot bot, Brain brain) {}

    /**
     * What can be replaced.
     *
     * @param transport wraps the HTTP client that goes to the model
     * @param seed at least 16 bytes from which nonces and canaries are derived
     */
    public record Parts(Embeddings embeddings, InstantSource time, UnaryOperator<HttpClient> transport, byte[] seed) {

        /** The in-process embedding model, the system's clock, the plain network, a random seed. */
        public static Parts production() {
            byte[] seed = new byte[32];
            new SecureRandom().nextBytes(seed);
            return new Parts(MiniLm.shared(), InstantSource.system(), UnaryOperator.identity(), seed);
        }
    }

    private Brains(BrainSettings settings, Path botsDir, Parts parts, ToolSettings tools) {
        this.toolboxes = new Toolboxes(tools);
        this.settings = settings;
        this.botsDir = botsDir;
        this.parts = parts;
        this.client = settings.usesModel() ? new ModelClient(settings, parts.transport(), parts.time()) : null;
        this.breaker = LlmBrain.breaker(settings.model());
    }

    /**
     * Loads every bot below {@code promptsDir/bots} and indexes its knowledge; takes a few seconds.
     *
     * @throws InvalidBotException if a bot's files are unusable, or if there is none
     */
    public static Brains create(BrainSettings settings, Path promptsDir) {
        return create(settings, promptsDir, Parts.production());
    }

    /** The same with chosen parts, for tests and for recording and replay. */
    public static Brains create(BrainSettings settings, Path promptsDir, Parts parts) {
        return create(settings, promptsDir, parts, ToolSettings.none());
    }

    /** The same, with bots that may call tools. */
    public static Brains create(BrainSettings settings, Path promptsDir, Parts parts, ToolSettings tools) {
        Brains brains = new Brains(settings, promptsDir.resolve("bots"), parts, tools);
        BotFiles.find(brains.botsDir)
                .forEach((id, folder) -> brains.served.put(id, brains.serve(BotFiles.load(folder))));
        if (brains.served.isEmpty()) {
            throw new IllegalArgumentException("unable to start; there is no bot below " + promptsDir.resolve("bots"));
        }
        return brains;
    }

    /** What a {@link #refresh} found about one bot. Bots that have not changed are not mentioned. */
    public sealed interface Change {

        String bot();

        /** A new version is in force from the next turn on; turns that run finish with the old one. */
        record Updated(String bot, String version) implements Change {}

        /** The files are unusable; the last good version stays in force. Told again on each refresh until the files are right. */
        record Refused(String bot, InvalidBotException reason) implements Change {}
    }

    /**
     * Reads the bots' folders again and puts what has changed in force, new bots included; a bot whose folder has gone keeps its last version. Cheap when nothing
     * has changed (it reads the files), a few seconds when knowledge has. To be called by the service every few seconds, by one thread.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read; everything stays as it was
     */
    public List<Change> refresh() {
        List<Change> changes = new ArrayList<>();
        BotFiles.find(botsDir).forEach((id, folder) -> {
            Served now = served.get(id);
            if (now != null && BotFiles.version(folder).equals(now.bot().version())) {
                return;
            }
            try {
                Bot bot = BotFiles.load(folder);
                served.put(id, serve(bot));
                changes.add(new Change.Updated(id, bot.version()));
            } catch (InvalidBotException e) {
                changes.add(new Change.Refused(id, e));
            }
        });
        return changes;
    }

    private Served serve(Bot bot) {
        KnowledgeBase knowledge = new KnowledgeBase(bot.articles(), parts.embeddings());
        Policy policy = new Policy(bot, new SameQuestion(parts.embeddings()));
        ExtractiveBrain extractive = new ExtractiveBrain(bot, knowledge, policy, parts.time());
        if (client == null) {
            return new Served(bot, extractive);
        }
        Brain brain = new LlmBrain(
                bot,
                knowledge,
                policy,
                extractive,
                client,
                breaker,
                new Secrets(parts.seed()),
                toolboxes.of(bot.id(), bot.tools()),
                parts.time());
        return new Served(bot, brain);
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
        return Optional.ofNullable(served.get(id)).map(known -> (request, sink) -> {
            Served now = served.getOrDefault(id, known);
            return now.brain().answer(request, sink);
        });
    }

    /** Whether the bots answer with a model; if not, a widget shows {@link io.deskhand.brain.bot.Notice#ARTICLES_ONLY}. */
    public boolean usesModel() {
        return settings.usesModel();
    }
}
