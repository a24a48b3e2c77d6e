package io.deskhand.brain.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Checks YAML against a published JSON Schema; every problem has its line, its place and a remedy. */
public final class SchemaCheck {

    private final Schema schema;
    private final SchemaViolation.Wording wording;
    private final List<String> known = new ArrayList<>();

    /** @param resource absolute path of the schema on the class path */
    public SchemaCheck(String resource, SchemaViolation.Wording wording) {
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
        this.wording = wording;
        collectKeys(schema.getSchemaNode(), known);
    }

    /** @return every problem, in order of lines; empty if the file is right */
    public List<FileProblem> problems(YamlSource source) {
        return schema.validate(source.json()).stream()
                .map(error -> problem(source, error))
                .distinct()
                .sorted(Comparator.comparingInt(FileProblem::line))
                .toList();
    }

    private FileProblem problem(YamlSource source, Error error) {
        NodePath path = error.getInstanceLocation();
        String pointer = pointer(path);
        boolean unknownKey = "additionalProperties".equals(error.getKeyword());
        int line = source.line(unknownKey ? pointer + "/" + error.getProperty() : pointer);
        return new FileProblem(source.file(), line, place(path), wording.describe(violation(source, error, pointer)));
    }

    private SchemaViolation violation(YamlSource source, Error error, String pointer) {
        String keywordAt = pointer(error.getSchemaLocation().getFragment().getParent());
        return new SchemaViolation(
                error.getKeyword(),
                Objects.requireNonNullElse(error.getProperty(), ""),
                source.json().at(pointer),
                Objects.requireNonNullElse(error.getSchemaNode(), MissingNode.getInstance()),
                List.copyOf(schema.getSchemaNode().at(keywordAt + "/properties").propertyNames()),
                known,
                String.valueOf(error.getMessage()));
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            String element = String.valueOf(path.getElement(i));
            pointer.append('/').append(element.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
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

    private static void collectKeys(JsonNode node, Collection<String> keys) {
        JsonNode properties = node.get("properties");
        if (properties != null) {
            keys.addAll(properties.propertyNames());
        }
        node.values().forEach(child -> collectKeys(child, keys));
    }
}
