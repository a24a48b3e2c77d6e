package io.deskhand.brain;

import dev.langchain4j.http.client.HttpClient;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.budget.LocalSpending;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.extractive.ExtractiveBrain;
import io.deskhand.brain.knowledge.EmbeddingCache;
import io.deskhand.brain.knowledge.Embeddings;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.KnowledgeSource;
import io.deskhand.brain.knowledge.MiniLm;
import io.deskhand.brain.llm.LlmBrain;
import io.deskhand.brain.llm.LlmPacketRefiner;
import io.deskhand.brain.llm.Models;
import io.deskhand.brain.llm.Secrets;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.tool.Toolboxes;
import io.deskhand.brain.turn.Outcomes;
import io.deskhand.brain.turn.Pace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All bots of a prompts folder, each with its brain. Safe for many threads. */
public final class Brains {

    private final BrainSettings settings;
    private final Parts parts;
    private final @Nullable Models models;
    private final Pace outages;
    private final Toolboxes toolboxes;
    private final Path botsDir;
    private final Map<String, Served> served = new ConcurrentSkipListMap<>();

    /** @param forms the brains of the bot's variants by name; the bot's own has none */
    private record Served(Bot bot, KnowledgeBase knowledge, Map<String, Brain> forms, PacketRefiner refiner) {

        Brain form(String variant) {
            return Objects.requireNonNull(forms.get(variant), variant);
        }
    }

    /**
     * What can be replaced.
     *
     * @param transport wraps the HTTP client that goes to the model
     * @param seed at least 16 bytes from which nonces and canaries are derived
     * @param knowledge where the bots' knowledge comes from
     * @param spending where it is counted what the models cost
     * @param guards told of what the guards do
     */
    public record Parts(
            Embeddings embeddings,
            InstantSource time,
            UnaryOperator<HttpClient> transport,
            byte[] seed,
            KnowledgeSource knowledge,
            Spending spending,
            GuardListener guards) {

        /** The bots' own articles as knowledge, with vectors kept in memory alone; counts spending in this process, and tells nobody of the guards. */
        public Parts(Embeddings embeddings, InstantSource time, UnaryOperator<HttpClient> transport, byte[] seed) {
            this(
                    embeddings,
                    time,
                    transport,
                    seed,
                    KnowledgeSource.articles(embeddings, null),
                    new LocalSpending(),
                    GuardListener.NONE);
        }

        /**
         * The in-process embedding model, the system's clock, the plain network, a random seed, the bots' own articles with vectors kept in {@link
         * EmbeddingCache#standardFolder}.
         */
        public static Parts production() {
            byte[] seed = new byte[32];
            new SecureRandom().nextBytes(seed);
            Embeddings embeddings = MiniLm.shared();
            EmbeddingCache cache = new EmbeddingCache(
                    EmbeddingCache.standardFolder(System.getenv(), System.getProperty("user.home", "")),
                    EmbeddingCache.DEFAULT_BYTES);
            return new Parts(
                    embeddings,
                    InstantSource.system(),
                    UnaryOperator.identity(),
                    seed,
                    KnowledgeSource.articles(embeddings, cache),
                    new LocalSpending(),
                    GuardListener.NONE);
        }

        /** The same with another source of knowledge. */
        public Parts withKnowledge(KnowledgeSource knowledge) {
            return new Parts(embeddings, time, transport, seed, knowledge, spending, guards);
        }

        /** The same, with spending and guards watched by others. */
        public Parts with(Spending spending, GuardListener guards) {
            return new Parts(embeddings, time, transport, seed, knowledge, spending, guards);
        }
    }

    private Brains(BrainSettings settings, Path botsDir, Parts parts, ToolSettings tools) {
        this.toolboxes = new Toolboxes(tools);
        this.settings = settings;
        this.botsDir = botsDir;
        this.parts = parts;
        this.models = settings.usesModel() ? new Models(settings, parts.transport(), parts.time()) : null;
        this.outages = new Pace(settings.outagesPerMinute(), parts.time());
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
                .forEach((id, folder) -> brains.served.put(id, brains.serve(BotFiles.load(folder), null)));
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
     * has changed (it reads the files); of changed knowledge only what is new is embedded. To be called by the service every few seconds, by one thread.
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
                served.put(id, serve(bot, now == null ? null : now.knowledge()));
                changes.add(new Change.Updated(id, bot.version()));
            } catch (InvalidBotException e) {
                changes.add(new Change.Refused(id, e));
            }
        });
        return changes;
    }

    private Served serve(Bot bot, @Nullable KnowledgeBase earlier) {
        KnowledgeBase knowledge = parts.knowledge().of(bot, earlier);
        Map<String, Brain> forms = new HashMap<>();
        forms.put(bot.variant(), brain(bot, knowledge));
        bot.variants().forEach(variant -> forms.put(variant.name(), brain(variant.bot(), knowledge)));
        return new Served(bot, knowledge, Map.copyOf(forms), refiner(bot));
    }

    private PacketRefiner refiner(Bot bot) {
        return models == null
                ? (request, reason, first) -> Optional.empty()
                : new LlmPacketRefiner(bot, models, secrets(), parts.spending(), parts.guards());
    }

    private Secrets secrets() {
        return new Secrets(parts.seed());
    }

    private Brain brain(Bot bot, KnowledgeBase knowledge) {
        Outcomes outcomes = new Outcomes(bot, new Policy(bot, new SameQuestion(parts.embeddings())), outages);
        ExtractiveBrain extractive = new ExtractiveBrain(bot, knowledge, outcomes, parts.time());
        if (models == null) {
            return extractive;
        }
        return new LlmBrain(
                bot,
                knowledge,
                outcomes,
                extractive,
                models,
                secrets(),
                parts.embeddings(),
                parts.spending(),
                parts.guards(),
                toolboxes.of(bot.id(), bot.tools()));
    }

    /** Ids of the bots, in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(served.keySet());
    }

    /** The bot as its files say now. */
    public Optional<Bot> bot(String id) {
        return Optional.ofNullable(served.get(id)).map(Served::bot);
    }

    /** The bot's brain; it follows changes of the bot's files, and answers each ticket in the ticket's variant. */
    public Optional<Brain> brain(String id) {
        return Optional.ofNullable(served.get(id)).map(known -> (request, sink) -> {
            Served now = served.getOrDefault(id, known);
            String variant = now.bot().forTicket(request.ticket()).variant();
            return now.form(variant).answer(request, sink);
        });
    }

    /**
     * The brain of one variant, whatever the ticket; it does not follow changes of the bot's files.
     *
     * @return empty if there is no such bot, or if it has no such variant
     */
    public Optional<Brain> brain(String id, String variant) {
        return Optional.ofNullable(served.get(id)).map(known -> known.forms().get(variant));
    }

    /** Writes better handoff packets for the bot's tickets; without a model it never does. */
    public Optional<PacketRefiner> refiner(String id) {
        return Optional.ofNullable(served.get(id)).map(Served::refiner);
    }

    /** Whether the bots answer with a model; if not, a widget shows {@link io.deskhand.brain.bot.Notice#ARTICLES_ONLY}. */
    public boolean usesModel() {
        return settings.usesModel();
    }

    /** The models, to look at them and for drills; empty when there are none. */
    public Optional<Models> models() {
        return Optional.ofNullable(models);
    }
}
