package io.deskhand.brain.bot;

import io.deskhand.brain.bot.Bot.EvidenceThresholds;
import io.deskhand.brain.bot.Bot.Limits;
import io.deskhand.brain.bot.Bot.ModelTuning;
import io.deskhand.brain.bot.Bot.SensitiveTopic;
import io.deskhand.brain.tool.HttpTools;
import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.InvalidYamlException;
import io.deskhand.brain.yaml.SchemaCheck;
import io.deskhand.brain.yaml.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads bots from their folders: all or nothing, with every problem named by file and line. */
public final class BotFiles {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final SchemaCheck SCHEMA =
            new SchemaCheck("/io/deskhand/brain/bot.schema.json", BotWording::describe);

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
        List<FileProblem> problems = new ArrayList<>(source.problems());
        if (!ID.matcher(id).matches()) {
            problems.add(new FileProblem(
                    id, 0, "the folder's name must be lower-case letters, digits and hyphens; rename it"));
        }
        JsonNode settings = settings(source, problems);
        SystemPrompt prompt = SystemPrompt.read(source, SystemPrompt.SYSTEM, SystemPrompt.HANDOFF, problems);
        List<Form> forms = forms(source, settings, problems);
        List<Article> articles = new ArticleFiles(first(settings)).read(source, problems);
        if (!problems.isEmpty()) {
            throw new InvalidBotException(id, problems.stream().distinct().toList());
        }
        List<Variant> variants = forms.stream()
                .map(form -> new Variant(
                        form.name(), form.weight(), bot(id, form.name(), source.version(), form, articles, List.of())))
                .toList();
        return bot(id, "", source.version(), new Form("", 0, settings, prompt), articles, variants);
    }

    /** The bot's settings and prompt, or those of a variant. */
    private record Form(String name, int weight, JsonNode settings, SystemPrompt prompt) {}

    private static List<Form> forms(BotSource source, JsonNode settings, List<FileProblem> problems) {
        List<Form> forms = new ArrayList<>();
        for (JsonNode variant : settings.path("variants")) {
            String system = variant.path("system").asString(SystemPrompt.SYSTEM);
            String handoff = variant.path("handoff").asString(SystemPrompt.HANDOFF);
            forms.add(new Form(
                    variant.path("name").asString(""),
                    variant.path("weight").asInt(0),
                    overlaid(settings, variant),
                    SystemPrompt.read(source, system, handoff, problems)));
        }
        return forms;
    }

    /** The bot's settings with what a variant says over them. */
    private static JsonNode overlaid(JsonNode settings, JsonNode variant) {
        if (!(settings.deepCopy() instanceof ObjectNode all)) {
            return settings;
        }
        for (Map.Entry<String, JsonNode> own : variant.properties()) {
            if (all.get(own.getKey()) instanceof ObjectNode group && own.getValue() instanceof ObjectNode part) {
                group.setAll(part);
            } else if (own.getValue().isObject() || own.getKey().equals("tone")) {
                all.set(own.getKey(), own.getValue());
            }
        }
        return all;
    }

    private static JsonNode settings(BotSource source, List<FileProblem> problems) {
        String text = source.files().get("bot.yaml");
        if (text == null) {
            problems.add(new FileProblem("bot.yaml", 0, "the file is missing; create it (see docs/prompts.md)"));
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            YamlSource yaml = YamlSource.parse("bot.yaml", 1, text);
            problems.addAll(SCHEMA.problems(yaml));
            SettingsCheck.run(source, yaml, problems);
            checkTools(yaml, problems);
            return yaml.json();
        } catch (InvalidYamlException e) {
            problems.add(e.problem());
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static void checkTools(YamlSource yaml, List<FileProblem> problems) {
        if (problems.isEmpty()) {
            HttpTools.read(
                    yaml.json().path("tools"),
                    first(yaml.json()),
                    (place, message) -> problems.add(new FileProblem("bot.yaml", yaml.line(place), message)));
        }
    }

    private static String first(JsonNode settings) {
        return settings.path("languages").path(0).asString("en");
    }

    private static Bot bot(
            String id, String variant, String version, Form form, List<Article> articles, List<Variant> variants) {
        JsonNode settings = form.settings();
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
                topics(settings.path("sensitive")),
                topics(settings.path("approve")),
                settings.path("ask_colleagues").asBoolean(false),
                new ModelTuning(
                        model.path("temperature").asDouble(0.2),
                        model.path("max_output_tokens").asInt(700),
                        model.path("tool_rounds").asInt(4),
                        model.path("passages").asInt(6)),
                form.prompt(),
                articles,
                BudgetReader.read(settings.path("budget")),
                escalation(settings.path("escalation")),
                HttpTools.read(settings.path("tools"), first(settings), (place, message) -> {}),
                variant,
                variants);
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

    private static List<SensitiveTopic> topics(JsonNode node) {
        List<SensitiveTopic> topics = new ArrayList<>();
        node.forEach(topic -> topics.add(new SensitiveTopic(
                topic.path("topic").asString(),
                strings(topic.path("phrases")),
                team(topic),
                topic.path("priority").asInt(0))));
        return topics;
    }

    private static List<EscalationRule> escalation(JsonNode node) {
        List<EscalationRule> rules = new ArrayList<>();
        node.forEach(rule -> {
            JsonNode when = rule.path("when");
            rules.add(new EscalationRule(
                    rule.path("rule").asString(),
                    when.path("attribute").asString(),
                    new HashSet<>(strings(when.path("in"))),
                    when.has("at_least") ? when.path("at_least").decimalValue() : null,
                    EscalationRule.Moment.valueOf(
                            rule.path("escalate").asString().toUpperCase(Locale.ROOT)),
                    team(rule),
                    rule.path("priority").asInt(0)));
        });
        return rules;
    }

    private static @Nullable String team(JsonNode of) {
        return of.has("team") ? of.path("team").asString() : null;
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asString("")));
        return strings;
    }
}
