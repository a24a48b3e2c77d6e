package io.deskhand.brain.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** YAML files that come with the jar: word lists and canned texts. */
public final class YamlResource {

    private YamlResource() {}

    /** @param name filename below {@code io/deskhand/brain} */
    public static JsonNode read(String name) {
        try (InputStream in = YamlResource.class.getResourceAsStream("/io/deskhand/brain/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return YamlSource.parse(name, 1, new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
