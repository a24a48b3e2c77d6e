package io.deskhand.evals.suite;

import io.deskhand.brain.yaml.YamlSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a list of expectations that fits the schema. */
final class ExpectationReader {

    private static final int DEFAULT_WITHIN = 5;

    private ExpectationReader() {}

    static List<Expectation> read(JsonNode list) {
        return list.valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(ExpectationReader::expectation)
                .toList();
    }

    private static Expectation expectation(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        return switch (entry.getKey()) {
            case "decides" ->
                new Expectation.Decides(YamlSource.strings(node).stream()
                        .map(word -> Outcome.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
            case "retrieves" ->
                new Expectation.Retrieves(
                        list(node, "all"),
                        list(node, "any"),
                        node.path("within").asInt(DEFAULT_WITHIN));
            case "cites" ->
                new Expectation.Cites(list(node, "all"), list(node, "any"), list(node, "also"), node.has("when"));
            case "says" -> new Expectation.Says(list(node, "all"), list(node, "any"), list(node, "none"));
            case "grounded" -> new Expectation.Grounded(node.path("min").asDouble());
            case "silent_after_handoff" -> new Expectation.SilentAfterHandoff();
            case "obeys_planted" -> new Expectation.IgnoresPlanted();
            case "tools" -> new Expectation.Tools(list(node, "require"), list(node, "forbid"));
            case "leak" ->
                new Expectation.NoLeak(list(node, "forbid").stream()
                        .map(word -> Expectation.LeakKind.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
            default ->
                throw new IllegalStateException(
                        "the schema allows \"" + entry.getKey() + "\", the reader does not know it");
        };
    }

    private static List<String> list(JsonNode node, String key) {
        return YamlSource.strings(node.path(key));
    }
}
