package io.deskhand.brain.yaml;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON Schema refuses in a file, for a {@link Wording}.
 *
 * @param keyword of the schema, such as {@code additionalProperties} or {@code pattern}
 * @param property the key that is missing or unknown; empty if none is
 * @param value what is refused, or the object around the key
 * @param constraint what the keyword asks for
 * @param allowed keys that the schema allows there
 * @param known all keys of the schema
 * @param message of the validator, in English
 */
public record SchemaViolation(
        String keyword,
        String property,
        JsonNode value,
        JsonNode constraint,
        List<String> allowed,
        List<String> known,
        String message) {

    /** Says what is wrong and what to do. */
    @FunctionalInterface
    public interface Wording {

        String describe(SchemaViolation violation);
    }
}
