package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.YamlSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about {@code bot.yaml}: that its parts fit each other and the files beside it. */
final class SettingsCheck {

    private static final String FILE = "bot.yaml";

    private final BotSource source;
    private final YamlSource yaml;
    private final JsonNode settings;
    private final List<FileProblem> problems;

    private SettingsCheck(BotSource source, YamlSource yaml, List<FileProblem> problems) {
        this.source = source;
        this.yaml = yaml;
        this.settings = yaml.json();
        this.problems = problems;
    }

    /** To be called with settings that the schema allows. */
    static void run(BotSource source, YamlSource yaml, List<FileProblem> problems) {
        SettingsCheck check = new SettingsCheck(source, yaml, problems);
        check.languages();
        check.placeholders();
        check.limits("/limits", check.settings);
        check.teams("sensitive");
        check.teams("escalation");
        check.unique("escalation", "rule");
        check.variants();
    }

    private void languages() {
        String first = settings.path("languages").path(0).asString("");
        if (!first.isEmpty()
                && settings.has("greeting")
                && !settings.path("greeting").has(first)) {
            problem("/greeting", "greeting has no text in the bot's first language; add \"" + first + ": …\"");
        }
    }

    private void placeholders() {
        settings.path("greeting").properties().forEach(entry -> template("/greeting/" + entry.getKey(), entry, NAME));
        for (Map.Entry<String, JsonNode> language : settings.path("texts").properties()) {
            for (Map.Entry<String, JsonNode> text : language.getValue().properties()) {
                String pointer = "/texts/" + language.getKey() + "/" + text.getKey();
                template(pointer, text, PLACEHOLDERS.getOrDefault(text.getKey(), NAME));
            }
        }
    }

    private static final List<String> NAME = List.of("name");
    private static final Map<String, List<String>> PLACEHOLDERS = Map.of(
            Notice.CLARIFY.key(), List.of("name", "first", "second"),
            Notice.FIRST_REPLY.key(), List.of("name", "wants"));

    private void template(String pointer, Map.Entry<String, JsonNode> text, List<String> known) {
        PromptTemplate.parse(FILE, yaml.line(pointer), text.getValue().asString(""), known, problems);
    }

    private void limits(String pointer, JsonNode of) {
        JsonNode limits = of.path("limits");
        int offer = limits.path("same_question_offer")
                .asInt(settings.path("limits").path("same_question_offer").asInt(2));
        int escalate = limits.path("same_question_escalate")
                .asInt(settings.path("limits").path("same_question_escalate").asInt(3));
        if (escalate <= offer) {
            problem(pointer, "limits: same_question_escalate must be greater than same_question_offer");
        }
    }

    private void teams(String list) {
        Set<String> known = new HashSet<>(BotFiles.strings(settings.path("teams")));
        known.add(settings.path("team").asString(""));
        for (int i = 0; i < settings.path(list).size(); i++) {
            String team = settings.path(list).path(i).path("team").asString("");
            if (!team.isEmpty() && !known.contains(team)) {
                problem(
                        "/" + list + "/" + i + "/team",
                        "team \"" + team + "\" is not listed; add it to \"teams\", or use one of "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private void unique(String list, String key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < settings.path(list).size(); i++) {
            String name = settings.path(list).path(i).path(key).asString("");
            if (!seen.add(name)) {
                problem("/" + list + "/" + i + "/" + key, "\"" + name + "\" appears twice; choose another name");
            }
        }
    }

    private void variants() {
        JsonNode variants = settings.path("variants");
        unique("variants", "name");
        int sum = 0;
        for (int i = 0; i < variants.size(); i++) {
            JsonNode variant = variants.path(i);
            String pointer = "/variants/" + i;
            sum += variant.path("weight").asInt(0);
            file(pointer + "/system", variant.path("system").asString(""));
            file(pointer + "/handoff", variant.path("handoff").asString(""));
            if (variant.has("limits")) {
                limits(pointer + "/limits", variant);
            }
        }
        if (!variants.isEmpty() && sum != 100) {
            problem(
                    "/variants",
                    "the weights of the variants make " + sum + "; they are percent and make 100 together");
        }
    }

    private void file(String pointer, String name) {
        if (!name.isEmpty() && !source.files().containsKey(name)) {
            problem(pointer, "there is no file \"" + name + "\" beside bot.yaml; create it or name another");
        }
    }

    private void problem(String pointer, String message) {
        problems.add(new FileProblem(FILE, yaml.line(pointer), message));
    }
}
