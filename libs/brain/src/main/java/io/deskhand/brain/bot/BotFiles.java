package io.deskhand.brain.bot;

import io.deskhand.brain.bot.Bot.EvidenceThresholds;
import io.deskhand.brain.bot.Bot.Limits;
import io.deskhand.brain.bot.Bot.ModelTuning;
import io.deskhand.brain.bot.Bot.SensitiveTopic;
import io.deskhand.brain.tool.HttpTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads bots from their folders: all or nothing, with every problem named by file and line. */
public final class BotFiles {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final SchemaCheck SCHEMA = new SchemaCheck("bot.schema.json");

    private BotFiles() {}

    /**
     * Reads one bot.
     *
     * @param folder the bot's folder; its name is the bot's id
     * @throws InvalidBotException if anything in it is unusable
     * @throws UncheckedIOException if it cannot be read
     */
    public static Bot load(Path folder) {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        return parse(id, BotSource.read(folder));
    }

    /** The version that the folder's files have now, whether they are usable or not. */
    public static String version(Path folder) {
        return BotSource.read(folder).version();
    }

    /** The folders below {@code botsDir} that hold a {@code bot.yaml}, by bot id in alphabetical order. */
    public static Map<String, Path> find(Path botsDir) {
        try (Stream<Path> folders = Files.list(botsDir)) {
            Map<String, Path> found = new LinkedHashMap<>();
            folders.filter(folder -> Files.isRegularFile(folder.resolve("bot.yaml")))
                    .sorted()
                    .forEach(folder -> found.put(folder.getFileName().toString(), folder));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("unable to list bots; cannot read " + botsDir, e);
        }
    }

    static Bot parse(String id, BotSource source) {
        List<Problem> problems = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            problems.add(
                    new Problem(id, 0, "the folder's name must be lower-case letters, digits and hyphens; rename it"));
        }
        JsonNode settings = settings(source, problems);
        SystemPrompt prompt = prompt(source, problems);
        List<Article> articles = new ArticleFiles(first(settings)).read(source, problems);
        if (!problems.isEmpty()) {
            throw new InvalidBotException(id, problems);
        }
        return bot(id, source.version(), settings, prompt, articles);
    }

    private static JsonNode settings(BotSource source, List<Problem> problems) {
        String text = source.files().get("bot.yaml");
        if (text == null) {
            problems.add(new Problem("bot.yaml", 0, "the file is missing; create it (see libs/brain/README.md)"));
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            YamlSource yaml = YamlSource.parse("bot.yaml", 1, text);
            problems.addAll(SCHEMA.problems("bot.yaml", yaml));
            checkLanguages(yaml, problems);
            checkTools(yaml, problems);
            return yaml.json();
        } catch (YamlSource.BrokenYaml e) {
            problems.add(e.problem());
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static void checkLanguages(YamlSource yaml, List<Problem> problems) {
        JsonNode settings = yaml.json();
        String first = settings.path("languages").path(0).asString("");
        if (!first.isEmpty()
                && settings.has("greeting")
                && !settings.path("greeting").has(first)) {
            problems.add(new Problem(
                    "bot.yaml",
                    yaml.line("/greeting"),
                    "greeting has no text in the bot's first language; add \"" + first + ": …\""));
        }
        int offer = settings.path("limits").path("same_question_offer").asInt(2);
        int escalate = settings.path("limits").path("same_question_escalate").asInt(3);
        if (escalate <= offer) {
            problems.add(new Problem(
                    "bot.yaml",
                    yaml.line("/limits"),
                    "limits: same_question_escalate must be greater than same_question_offer"));
        }
    }

    private static void checkTools(YamlSource yaml, List<Problem> problems) {
        if (problems.isEmpty()) {
            HttpTools.read(
                    yaml.json().path("tools"),
                    first(yaml.json()),
                    (place, message) -> problems.add(new Problem("bot.yaml", yaml.line(place), message)));
        }
    }

    private static String first(JsonNode settings) {
        return settings.path("languages").path(0).asString("en");
    }

    private static SystemPrompt prompt(BotSource source, List<Problem> problems) {
        try {
            return SystemPrompt.parse("system.md", source.files().getOrDefault("system.md", SystemPrompt.DEFAULT));
        } catch (SystemPrompt.BrokenTemplate e) {
            problems.add(e.problem());
            return SystemPrompt.parse("system.md", SystemPrompt.DEFAULT);
        }
    }

    private static Bot bot(String id, String version, JsonNode settings, SystemPrompt prompt, List<Article> articles) {
        JsonNode evidence = settings.path("evidence");
        JsonNode limits = settings.path("limits");
        JsonNode model = settings.path("model");
        return new Bot(
                id,
                version,
                settings.path("name").asString(),
                strings(settings.path("languages")),
                settings.path("tone").asString("friendly, brief and concrete"),
                greetings(settings.path("greeting")),
                suggestions(settings.path("suggestions")),
                settings.path("team").asString(),
                new Texts(Texts.read(settings.path("texts"))),
                new EvidenceThresholds(
                        evidence.path("answer").asDouble(0.5),
                        evidence.path("compete").asDouble(0.05)),
                new Limits(
                        limits.path("same_question_offer").asInt(2),
                        limits.path("same_question_escalate").asInt(3),
                        limits.path("failures").asInt(2)),
                sensitive(settings.path("sensitive")),
                new ModelTuning(
                        model.path("temperature").asDouble(0.2),
                        model.path("max_output_tokens").asInt(700),
                        model.path("tool_rounds").asInt(4),
                        model.path("passages").asInt(6)),
                prompt,
                articles,
                HttpTools.read(settings.path("tools"), first(settings), (place, message) -> {}));
    }

    private static Map<String, String> greetings(JsonNode node) {
        Map<String, String> greetings = new HashMap<>();
        node.properties()
                .forEach(entry -> greetings.put(entry.getKey(), entry.getValue().asString()));
        return greetings;
    }

    private static Map<String, List<String>> suggestions(JsonNode node) {
        Map<String, List<String>> suggestions = new HashMap<>();
        node.properties().forEach(entry -> suggestions.put(entry.getKey(), strings(entry.getValue())));
        return suggestions;
    }

    private static List<SensitiveTopic> sensitive(JsonNode node) {
        List<SensitiveTopic> topics = new ArrayList<>();
        node.forEach(topic ->
                topics.add(new SensitiveTopic(topic.path("topic").asString(), strings(topic.path("phrases")))));
        return topics;
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asString()));
        return strings;
    }
}
