package io.deskhand.evals.cassette;

import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to a model, in a form in which equal questions are equal text. It has the end of the path, and the body with sorted keys. It has no host, headers or API
 * keys.
 */
record ModelRequest(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ModelRequest of(HttpRequest request) {
        String path = URI.create(request.url()).getPath();
        ObjectNode json = JSON.createObjectNode();
        json.put("path", path.replaceFirst("^.*(?=/chat/)", ""));
        json.set("body", sorted(JSON.readTree(request.body())));
        return new ModelRequest(json);
    }

    /** The identity of a recording. */
    String key(String caseId, int trial, String role, int ordinal) {
        String text = String.join("\n", json.toString(), caseId, String.valueOf(trial), role, String.valueOf(ordinal));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The first place in which two requests differ, as a JSON pointer with both values; empty if they are equal. */
    static Optional<String> difference(JsonNode recorded, JsonNode now) {
        return difference("", recorded, now);
    }

    private static Optional<String> difference(String at, JsonNode recorded, JsonNode now) {
        if (recorded.equals(now)) {
            return Optional.empty();
        }
        if (recorded.isObject() && now.isObject()) {
            TreeSet<String> names = new TreeSet<>(recorded.propertyNames());
            names.addAll(now.propertyNames());
            return names.stream()
                    .flatMap(name -> difference(at + "/" + name, recorded.path(name), now.path(name)).stream())
                    .findFirst();
        }
        if (recorded.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), now.size()); i++) {
                Optional<String> found = difference(at + "/" + i, recorded.path(i), now.path(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.of(at + ": recorded " + around(recorded, now) + ", now " + around(now, recorded));
    }

    /** The value from a little before the place where it parts from the other. */
    private static String around(JsonNode value, JsonNode other) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        String against = other.toString();
        int same = 0;
        while (same < Math.min(text.length(), against.length()) && text.charAt(same) == against.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - 30);
        int to = Math.min(text.length(), same + 60);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JSON.createObjectNode();
            new TreeSet<>(node.propertyNames()).forEach(name -> sorted.set(name, sorted(node.path(name))));
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode sorted = JSON.createArrayNode();
            node.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return node;
    }
}
