package io.deskhand.brain.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a YAML source against a published JSON Schema and speaks of lines and remedies. */
public final class SchemaCheck {

    private final Schema schema;
    private final JsonNode definition;

    public SchemaCheck(String resource) {
        InputStream in = SchemaCheck.class.getResourceAsStream("/io/deskhand/brain/" + resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the jar");
        }
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in, InputFormat.JSON);
        this.definition = schema.getSchemaNode();
    }

    public List<Problem> problems(String file, YamlSource source) {
        List<Problem> problems = new ArrayList<>();
        for (Error error : schema.validate(source.json())) {
            String pointer = pointer(error);
            problems.add(new Problem(file, source.line(lineOf(error, pointer)), describe(error, pointer)));
        }
        problems.sort(Comparator.comparingInt(Problem::line));
        return problems;
    }

    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        var path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getElement(i));
        }
        return pointer.toString();
    }

    private static String lineOf(Error error, String pointer) {
        return "additionalProperties".equals(error.getKeyword()) ? pointer + "/" + error.getProperty() : pointer;
    }

    private String describe(Error error, String pointer) {
        String where = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return switch (error.getKeyword()) {
            case "additionalProperties" -> where + unknownKey(error);
            case "required" -> where + "\"" + error.getProperty() + "\" is missing; add it";
            case "pattern" ->
                where + "\"" + error.getInstanceNode().asString() + "\" has the wrong form; expected "
                        + error.getSchemaNode().asString();
            default -> where + error.getMessage();
        };
    }

    private String unknownKey(Error error) {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        collectKeys(definition, known);
        String nearest = Nearest.of(key, known);
        String hint = nearest.isEmpty() ? "remove it" : "did you mean \"" + nearest + "\"?";
        return "unknown key \"" + key + "\"; " + hint;
    }

    private static void collectKeys(JsonNode node, Collection<String> keys) {
        JsonNode properties = node.get("properties");
        if (properties != null) {
            keys.addAll(properties.propertyNames());
        }
        node.values().forEach(child -> collectKeys(child, keys));
    }

    /** Spelling distance. */
    private static final class Nearest {

        static String of(String word, Collection<String> candidates) {
            return candidates.stream()
                    .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 3))
                    .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                    .orElse("");
        }

        /** Letters added, left out, wrong, or swapped with the next one. */
        private static int distance(String a, String b) {
            int[][] cost = new int[a.length() + 1][b.length() + 1];
            for (int i = 0; i <= a.length(); i++) {
                for (int j = 0; j <= b.length(); j++) {
                    cost[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, cost);
                }
            }
            return cost[a.length()][b.length()];
        }

        private static int least(String a, String b, int i, int j, int[][] cost) {
            int wrong = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            int least = Math.min(wrong, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
        }
    }
}
