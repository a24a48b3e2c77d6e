package io.deskhand.evals.suite;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.YamlSource;
import io.deskhand.evals.suite.EvalCase.Plant;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.EvalCase.Turn;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turns a file that fits the schema into a suite. */
final class SuiteReader {

    private final YamlSource file;
    private final JsonNode defaults;
    private final List<FileProblem> problems = new ArrayList<>();

    SuiteReader(YamlSource file) {
        this.file = file;
        this.defaults = file.json().path("defaults");
    }

    Suite read() {
        JsonNode root = file.json();
        String id = root.path("suite").asString();
        if (!file.file().equals(id + ".yaml")) {
            problem("/suite", "suite", "the suite \"" + id + "\" must live in " + id + ".yaml; rename one of them");
        }
        List<EvalCase> cases = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int index = 0;
        for (JsonNode node : root.path("cases")) {
            String pointer = "/cases/" + index;
            String place = "cases[" + index++ + "]";
            EvalCase evalCase = evalCase(id, node, pointer, place);
            if (!seen.add(evalCase.id())) {
                problem(pointer + "/id", place, "the id \"" + evalCase.id() + "\" is taken; ids are unique and stable");
            }
            cases.add(evalCase);
        }
        return new Suite(
                id,
                root.path("bot").asString(),
                root.path("description").asString(""),
                OffsetDateTime.parse(root.path("clock").asString()).toInstant(),
                cases);
    }

    List<FileProblem> problems() {
        return problems;
    }

    private EvalCase evalCase(String suite, JsonNode node, String pointer, String place) {
        List<Plant> plants = new ArrayList<>();
        for (JsonNode plant : node.path("plant")) {
            String doc = plant.path("doc").asString();
            plants.add(new Plant(
                    doc,
                    plant.path("title").asString(doc),
                    plant.path("text").asString(),
                    strings(plant.path("marks"))));
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : node.path("turns")) {
            turns.add(new Turn(turn.path("user").asString(), expectations(turn.path("expect"))));
        }
        String id = node.path("id").asString();
        Handoff handoff = handoff(orDefault(node, "handoff"), turns.size());
        if (handoff instanceof Handoff.Required required && required.byTurn() > turns.size()) {
            problem(
                    pointer,
                    place,
                    "by_turn is " + required.byTurn() + " but the case has " + turns.size() + " turns; lower it");
        }
        boolean judgesPlants = turns.stream()
                .flatMap(t -> t.expectations().stream())
                .anyMatch(Expectation.IgnoresPlanted.class::isInstance);
        if (judgesPlants == plants.isEmpty()) {
            problem(pointer, place, "\"plant\" and \"obeys_planted: false\" belong together; add the other one");
        }
        return new EvalCase(
                suite,
                id,
                node.path("cluster").asString(id),
                Severity.valueOf(orDefault(node, "severity").asString("normal").toUpperCase(Locale.ROOT)),
                new LinkedHashSet<>(strings(node.path("tags"))),
                orDefault(node, "language").asString("en"),
                orDefault(node, "trials").asInt(1),
                !"proposed".equals(node.path("status").asString("active")),
                handoff,
                customer(node.path("customer")),
                plants,
                turns);
    }

    private static CustomerContext customer(JsonNode node) {
        Map<String, String> attributes = new HashMap<>();
        node.path("attributes").forEachEntry((name, value) -> attributes.put(name, value.asString()));
        return new CustomerContext(
                Trust.valueOf(node.path("trust").asString("anonymous").toUpperCase(Locale.ROOT)), attributes);
    }

    private JsonNode orDefault(JsonNode node, String key) {
        return node.has(key) ? node.path(key) : defaults.path(key);
    }

    private static Handoff handoff(JsonNode node, int turns) {
        if (node.isObject()) {
            JsonNode required = node.path("required");
            JsonNode packet = required.path("packet");
            return new Handoff.Required(
                    new LinkedHashSet<>(strings(required.path("reason"))),
                    required.path("by_turn").asInt(turns),
                    strings(packet.path("facts")),
                    strings(packet.path("omit")));
        }
        return switch (node.asString("allowed")) {
            case "required" -> new Handoff.Required(Set.of(), turns, List.of(), List.of());
            case "forbidden" -> new Handoff.Forbidden();
            default -> new Handoff.Allowed();
        };
    }

    /** The turn's own, and the suite's defaults of kinds that the turn does not name. */
    private List<Expectation> expectations(JsonNode own) {
        List<Expectation> expectations = new ArrayList<>(ExpectationReader.read(own));
        Set<Class<?>> kinds = new LinkedHashSet<>();
        expectations.forEach(expectation -> kinds.add(expectation.getClass()));
        for (Expectation expectation : ExpectationReader.read(defaults.path("expect"))) {
            if (!kinds.contains(expectation.getClass())) {
                expectations.add(expectation);
            }
        }
        return expectations;
    }

    private void problem(String pointer, String place, String message) {
        problems.add(new FileProblem(file.file(), file.line(pointer), place, message));
    }

    static List<String> strings(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }
}
