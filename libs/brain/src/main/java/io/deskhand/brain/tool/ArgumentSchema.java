package io.deskhand.brain.tool;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a tool's arguments: one flat object, no unknown keys, no endless text. Immutable. */
public final class ArgumentSchema {

    static final int LONGEST_TEXT = 200;
    private static final int MOST_PROBLEMS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode definition;
    private final Schema schema;

    /** @param declared {@code properties} and {@code required} as the bot's file gives them; missing for a tool without arguments */
    ArgumentSchema(JsonNode declared) {
        this.definition =
                JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = definition.putObject("properties");
        declared.path("properties")
                .properties()
                .forEach(entry -> properties.set(entry.getKey(), bounded(entry.getValue())));
        if (declared.path("required").isArray()) {
            definition.set("required", declared.path("required").deepCopy());
        }
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(definition);
    }

    private static JsonNode bounded(JsonNode property) {
        JsonNode copy = property.deepCopy();
        if (copy instanceof ObjectNode object
                && object.path("type").asString("").equals("string")
                && !object.has("maxLength")) {
            object.put("maxLength", LONGEST_TEXT);
        }
        return copy;
    }

    public List<String> names() {
        return List.copyOf(definition.path("properties").propertyNames());
    }

    boolean requires(String name) {
        for (JsonNode required : definition.path("required")) {
            if (required.asString("").equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What does not fit, as a message for the model, without the values. */
    public List<String> problems(JsonNode arguments) {
        List<String> problems = new ArrayList<>();
        for (Error error : schema.validate(arguments)) {
            if (problems.size() < MOST_PROBLEMS) {
                String where = error.getInstanceLocation().getNameCount() == 0
                        ? ""
                        : "\"" + error.getInstanceLocation().getElement(0) + "\" ";
                String keyword = String.valueOf(error.getKeyword());
                problems.add(
                        switch (keyword) {
                            case "required" -> "\"" + error.getProperty() + "\" is missing";
                            case "additionalProperties" -> "\"" + error.getProperty() + "\" is not an argument";
                            default ->
                                where + "breaks the rule " + keyword + ": "
                                        + JSON.writeValueAsString(error.getSchemaNode());
                        });
            }
        }
        return problems;
    }

    /** The same for the model's request. */
    public JsonObjectSchema forModel() {
        Map<String, dev.langchain4j.model.chat.request.json.JsonSchemaElement> properties = new LinkedHashMap<>();
        definition
                .path("properties")
                .properties()
                .forEach(entry ->
                        properties.put(entry.getKey(), JsonRawSchema.from(JSON.writeValueAsString(entry.getValue()))));
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(name -> required.add(name.asString()));
        return JsonObjectSchema.builder()
                .addProperties(properties)
                .required(required)
                .additionalProperties(false)
                .build();
    }
}
