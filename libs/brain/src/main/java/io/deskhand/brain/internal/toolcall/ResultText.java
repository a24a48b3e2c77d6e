package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.internal.detect.Injection;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.toolcall.ToolFailure.Kind;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool's answer as a model may read it: without the fields to redact, without personal data, without texts that give orders to a machine.
 *
 * @param json for the model; still untrusted, to be delimited
 * @param gaveOrders whether a text was left out because it gave orders
 */
record ResultText(String json, boolean gaveOrders) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LEFT_OUT = "[left out]";

    static ResultText of(byte[] body, List<String> redact) throws ToolFailure {
        if (body.length == 0) {
            return new ResultText("{}", false);
        }
        JsonNode result;
        try {
            result = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new ToolFailure(Kind.GARBLED);
        }
        if (result.isMissingNode()) {
            throw new ToolFailure(Kind.GARBLED);
        }
        redact.forEach(path -> remove(result, path));
        JsonNode harmless = withoutOrders(result);
        String text = PersonalData.mask(JSON.writeValueAsString(harmless), PersonalData.ALL)
                .text();
        return new ResultText(text, !harmless.equals(result));
    }

    /** Removes a field by its path, such as {@code customer.email}; lists are walked through, {@code *} is any field. */
    private static void remove(JsonNode node, String path) {
        if (node instanceof ArrayNode array) {
            array.forEach(item -> remove(item, path));
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        for (String name : List.copyOf(object.propertyNames())) {
            if (first.equals("*") || first.equals(name)) {
                if (dot < 0) {
                    object.remove(name);
                } else {
                    remove(object.path(name), path.substring(dot + 1));
                }
            }
        }
    }

    private static JsonNode withoutOrders(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(entry -> copy.set(
                                Injection.inArticle(entry.getKey()) ? LEFT_OUT : entry.getKey(),
                                withoutOrders(entry.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(withoutOrders(item)));
                yield copy;
            }
            default ->
                node.isString() && Injection.inArticle(node.asString())
                        ? JsonNodeFactory.instance.stringNode(LEFT_OUT)
                        : node;
        };
    }
}
