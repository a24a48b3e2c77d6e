package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.wire.AblyError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response.
 *
 * @param body encoded in the accepted format; null for 204
 * @param links one header line each
 * @param file a text for browsers instead of a body
 * @param error repeated in headers, because some SDKs read the body only then
 */
public record Response(
        int status,
        @Nullable JsonNode body,
        List<String> links,
        @Nullable File file,
        @Nullable AblyError error) {

    /** A UTF-8 text for a browser. */
    record File(String type, String text) {}

    public static Response ok(JsonNode body) {
        return new Response(200, body, List.of(), null, null);
    }

    public static Response created(JsonNode body) {
        return new Response(201, body, List.of(), null, null);
    }

    public static Response noContent() {
        return new Response(204, null, List.of(), null, null);
    }

    static Response file(String type, String text) {
        return new Response(200, null, List.of(), new File(type, text), null);
    }

    static Response page(JsonNode items, List<String> links) {
        return new Response(200, items, links, null, null);
    }

    static Response failed(AblyError error) {
        JsonNode body = JsonNodeFactory.instance.objectNode().set("error", error.toNode());
        return new Response(error.statusCode(), body, List.of(), null, error);
    }
}
