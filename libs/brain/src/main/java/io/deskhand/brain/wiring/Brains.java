package io.deskhand.brain.wiring;

import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.ModelDrill;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.llm.LlmBrain;
import io.deskhand.brain.internal.llm.PromptSecrets;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.packet.LlmPacketRefiner;
import io.deskhand.brain.internal.toolcall.Toolboxes;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.RateLimiter;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import io.deskhand.brain.tool.ToolSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All bots of a prompts folder, each with its brain. Safe for many threads. */
public final class Brains {

    private final BrainSettings settings;
    private final BrainParts parts;
    private final @Nullable Models models;
    private final RateLimiter outages;
    private final Toolboxes toolboxes;
    private final Path botsDir;
    private final Map<String, Served> served = new ConcurrentSkipListMap<>();

    /** @param forms the brains of the bot's variants by name; the bot's own has none */
    private record Served(Bot bot, KnowledgeBase knowledge, Map<String, Brain> forms, PacketRefiner refiner) {

        Brain form(String variant) {
            return Objects.requireNonNull(forms.get(variant), variant);
        }
    }

    private Brains(BrainSettings settings, Path botsDir, BrainParts parts, ToolSettings tools) {
        this.toolboxes = new Toolboxes(tools);
        this.settings = settings;
        this.botsDir = botsDir;
        this.parts = parts;
        this.models = settings.usesModel() ? new Models(settings, parts.transport(), parts.time()) : null;
        this.outages = new RateLimiter(settings.outagesPerMinute(), parts.time());
    }

    /**
     * Loads every bot below {@code promptsDir/bots} and indexes its knowledge; takes a few seconds.
     *
     * @throws InvalidBotException if a bot's files are unusable, or if there is none
     */
    public static Brains create(BrainSettings settings, Path promptsDir) {
        return create(settings, promptsDir, BrainParts.production());
    }

    /** The same with chosen parts, for tests and for recording and replay. */
    public static Brains create(BrainSettings settings, Path promptsDir, BrainParts parts) {
        Brains brains = new Brains(settings, promptsDir.resolve("bots"), parts, ToolSettings.none());
        refused(brains.refresh()).forEach(reason -> {
            throw reason;
        });
        return brains.withAny();
    }

    /**
     * For a service: like {@code create}, with bots that may call tools. A bot whose files are unusable is left out, so that the others work. {@link #refresh} reports
     * it, and activates it when its files are valid.
     *
     * @throws InvalidBotException if no bot is usable
     */
    public static Brains serving(BrainSettings settings, Path promptsDir, BrainParts parts, ToolSettings tools) {
        Brains brains = new Brains(settings, promptsDir.resolve("bots"), parts, tools);
        List<InvalidBotException> refused = refused(brains.refresh());
        if (brains.served.isEmpty() && !refused.isEmpty()) {
            throw refused.getFirst();
        }
        return brains.withAny();
    }

    private static List<InvalidBotException> refused(List<Change> changes) {
        return changes.stream()
                .filter(Change.Refused.class::isInstance)
                .map(change -> ((Change.Refused) change).reason())
                .toList();
    }

    private Brains withAny() {
        if (served.isEmpty()) {
            throw new IllegalArgumentException("unable to start; there is no bot below " + botsDir);
        }
        return this;
    }

    /** What a {@link #refresh} found about one bot. Bots that have not changed are not mentioned. */
    public sealed interface Change {

        String bot();

        /** A new version is active from the next turn on; turns that run finish with the old one. */
        record Updated(String bot, String version) implements Change {}

        /** The files are unusable; the last good version, if there was one, stays active. Reported on each refresh until the files are valid. */
        record Refused(String bot, InvalidBotException reason) implements Change {}
    }

    /**
     * Reads the bots' folders again and activates what has changed, including new bots. A bot whose folder is gone keeps its last version. Cheap when nothing has
     * changed (it reads the files); of changed knowledge only what is new is embedded. The service calls it every few seconds, from one thread.
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

    private PromptSecrets secrets() {
        return new PromptSecrets(parts.seed());
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

    /** Returns whether the bots answer with a model; if not, a widget shows {@link io.deskhand.brain.bot.Notice#ARTICLES_ONLY}. */
    public boolean usesModel() {
        return settings.usesModel();
    }

    /** The models' breakers, for monitoring and drills; empty without models. */
    public Optional<ModelDrill> models() {
        return Optional.ofNullable(models);
    }
}
