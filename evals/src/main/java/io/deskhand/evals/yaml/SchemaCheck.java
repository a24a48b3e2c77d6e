package io.deskhand.evals.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Checks a file against one of the published schemas and says line, place and remedy. */
public final class SchemaCheck {

    private final Schema schema;

    /** @param resource name of the schema beside this class */
    public SchemaCheck(String resource) {
        InputStream in = SchemaCheck.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the jar");
        }
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                .getSchema(in, InputFormat.JSON);
    }

    /** @return every problem, in order of lines; empty if the file is right */
    public List<Problem> problems(YamlFile file) {
        return schema.validate(file.root()).stream()
                .map(error -> problem(file, error))
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }

    private Problem problem(YamlFile file, Error error) {
        JsonNode node = JsonNodes.at(file.root(), error.getInstanceLocation());
        JsonNode blamed = node;
        if (error.getProperty() != null && node.has(error.getProperty())) {
            blamed = node.get(error.getProperty());
        }
        return new Problem(
                file.name(), YamlFile.line(blamed), place(error.getInstanceLocation()), describe(error, node));
    }

    private String describe(Error error, JsonNode node) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "unknown key \"" + error.getProperty() + "\"; allowed here: " + allowedKeys(error);
            case "required" -> "\"" + error.getProperty() + "\" is missing; add it";
            case "pattern" ->
                "\"" + node.asString("") + "\" has the wrong form; write lower-case letters, digits and hyphens ("
                        + error.getSchemaNode().asString("") + ")";
            case "type" ->
                message + (node.isNumber() ? "; put it in quotes if text is meant" : "; see evals/README.md");
            case "enum" -> "\"" + node.asString("") + "\" is not known; use one of " + error.getSchemaNode();
            case "maxProperties" -> "one expectation a list item; start each with its own \"- \"";
            default -> message + "; see evals/README.md";
        };
    }

    private String allowedKeys(Error error) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        JsonNode properties =
                JsonNodes.at(schema.getSchemaNode(), fragment.getParent()).path("properties");
        return String.join(", ", properties.propertyNames());
    }

    private static String place(NodePath path) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (element instanceof Integer index) {
                place.append('[').append(index).append(']');
            } else {
                place.append(i == 0 ? "" : ".").append(element);
            }
        }
        return place.toString();
    }

    private static final class JsonNodes {

        static JsonNode at(JsonNode root, NodePath path) {
            JsonNode node = root;
            for (int i = 0; i < path.getNameCount(); i++) {
                Object element = path.getElement(i);
                node = node.isArray() && element instanceof Number index
                        ? node.path(index.intValue())
                        : node.path(String.valueOf(element));
            }
            return node;
        }
    }
}
