package io.deskhand.quickstart.contract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Schemas of an OpenAPI document as a reader of TypeScript knows them. */
record SchemaText(JsonNode document) {

    private static final int WIDTH = 150;

    /** The declarations of these schemas, in a fenced block. */
    String block(List<String> names) {
        return names.stream()
                .map(name -> declaration(name, schema(name)))
                .collect(Collectors.joining("\n", "```ts\n", "```\n"));
    }

    /** The parts of a union that has a type property, one a line. */
    String parts(String union) {
        String property = schema(union).at("/discriminator/propertyName").asString();
        return schema(union)
                .path("oneOf")
                .valueStream()
                .map(part -> schema(name(part)))
                .map(part ->
                        "| `" + part.at("/properties/" + property + "/const").asString() + "` | " + sentence(part)
                                + " | " + fields(part, property) + " |\n")
                .collect(Collectors.joining("", "| `" + property + "` | what it says | fields |\n|---|---|---|\n", ""));
    }

    /** A body as a table shows it: {@code {text, note?}}. */
    String body(String name) {
        JsonNode schema = schema(name);
        return "`{"
                + schema.path("properties")
                        .propertyStream()
                        .map(property -> property.getKey() + (required(schema, property.getKey()) ? "" : "?"))
                        .collect(Collectors.joining(", "))
                + "}`";
    }

    static String name(JsonNode reference) {
        return reference.path("$ref").asString().replace("#/components/schemas/", "");
    }

    private JsonNode schema(String name) {
        JsonNode schema = document.at("/components/schemas/" + name);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("unable to show " + name + "; there is no such schema");
        }
        return schema;
    }

    private static String declaration(String name, JsonNode schema) {
        String about = comment(schema.path("description").asString(""));
        if (!schema.has("properties")) {
            return about + wrapped("type " + name + " = " + type(schema) + ";") + "\n";
        }
        String fields = schema.path("properties")
                .propertyStream()
                .map(property -> field(schema, property.getKey(), property.getValue()))
                .collect(Collectors.joining());
        return about + "type " + name + " = {\n" + fields + "};\n";
    }

    private static String field(JsonNode schema, String name, JsonNode property) {
        String text = "  " + name + (required(schema, name) ? ": " : "?: ") + type(property) + ";";
        String description = property.path("description").asString("").replace('\n', ' ');
        return text + (description.isEmpty() ? "" : " // " + description) + "\n";
    }

    private String fields(JsonNode part, String but) {
        return part.path("properties")
                .propertyStream()
                .filter(property -> !property.getKey().equals(but))
                .map(property -> {
                    String about = property.getValue().path("description").asString("");
                    String text = "`" + property.getKey() + ": "
                            + type(property.getValue()).replace("|", "\\|") + "`";
                    return about.isEmpty() ? text : text + ": " + about + (about.endsWith(".") ? "" : ".");
                })
                .collect(Collectors.joining("<br>"));
    }

    private static String sentence(JsonNode schema) {
        return schema.path("description").asString("").replace('\n', ' ');
    }

    private static boolean required(JsonNode schema, String name) {
        return schema.path("required")
                .valueStream()
                .anyMatch(one -> one.asString().equals(name));
    }

    static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema);
        }
        if (schema.has("const")) {
            return "\"" + schema.path("const").asString() + "\"";
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .valueStream()
                    .map(value -> "\"" + value.asString() + "\"")
                    .collect(Collectors.joining(" | "));
        }
        Stream<JsonNode> choices = Stream.concat(
                schema.path("oneOf").valueStream(), schema.path("anyOf").valueStream());
        String union = choices.map(SchemaText::type).collect(Collectors.joining(" | "));
        return union.isEmpty() ? plain(schema) : union;
    }

    private static String plain(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(one -> plain(one.asString(), schema)).collect(Collectors.joining(" | "));
        }
        return plain(type.asString(), schema);
    }

    private static String plain(String type, JsonNode schema) {
        return switch (type) {
            case "string" -> schema.path("format").asString("").equals("date-time") ? "Time" : "string";
            case "array" -> type(schema.path("items")) + "[]";
            case "object" -> "{[name: string]: " + type(schema.path("additionalProperties")) + "}";
            default -> type;
        };
    }

    private static String comment(String description) {
        return description.isEmpty()
                ? ""
                : description.lines().map(line -> "// " + line + "\n").collect(Collectors.joining());
    }

    private static String wrapped(String line) {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (String word : line.split("(?<= \\| )")) {
            if (width + word.length() > WIDTH) {
                text.append("\n  ");
                width = 2;
            }
            text.append(word);
            width += word.length();
        }
        return text.toString().replaceAll(" +\n", "\n");
    }
}
