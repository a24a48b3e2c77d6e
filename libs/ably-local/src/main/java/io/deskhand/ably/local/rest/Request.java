package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Format;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request with its path and query decoded.
 *
 * @param segments of the path
 * @param variables segments of the path by their names in the route; empty until a route matches
 * @param query first value of each parameter
 * @param content the body as it came
 */
public record Request(
        String method,
        List<String> segments,
        Map<String, String> variables,
        Map<String, String> query,
        MultiMap headers,
        byte[] content) {
    private static final int NEWEST_VERSION = 6;

    /**
     * A request from its parts.
     *
     * @param uri path and query as they came
     * @throws AblyException 40000 when an escape in them is malformed
     */
    static Request of(String method, String uri, MultiMap headers, byte[] content) {
        try {
            QueryStringDecoder decoder = new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, 64);
            String path = decoder.rawPath();
            List<String> segments = new ArrayList<>();
            for (String segment : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
                // Unlike in forms, a plus in a path is literal.
                segments.add(QueryStringDecoder.decodeComponent(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
            Map<String, String> query = new LinkedHashMap<>();
            decoder.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
            return new Request(method, segments, Map.of(), query, headers, content);
        } catch (IllegalArgumentException e) {
            throw Errors.badRequest("unable to read request; malformed escape in the URL");
        }
    }

    Request withVariables(Map<String, String> newVariables) {
        return new Request(method, segments, newVariables, query, headers, content);
    }

    /** The decoded segment of the path that the route calls by this name. */
    public String path(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException("the route has no segment {" + variable + "}");
        }
        return value;
    }

    public @Nullable String query(String name) {
        return query.get(name);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The version of the REST API that the client speaks; the newest when there is no such header. */
    int version() {
        String version = headers.get("X-Ably-Version");
        return version != null && version.matches("\\d{1,4}(\\.\\d+)?")
                ? (int) Double.parseDouble(version)
                : NEWEST_VERSION;
    }

    /** The format of the response. */
    Format accepts() {
        String format = query.get("format");
        return format != null ? Format.ofParameter(format) : Format.ofHeader(headers.get("Accept"));
    }

    /**
     * The body, decoded by its Content-Type.
     *
     * @throws AblyException 40001 when there is none, 40000 when it is malformed
     */
    public JsonNode body() {
        if (content.length == 0) {
            throw Errors.invalidBody("unable to read request; it has no body");
        }
        return Format.ofHeader(headers.get("Content-Type")).decode(content);
    }

    /** The body, or an empty object when there is none. */
    public JsonNode bodyOrEmpty() {
        return content.length == 0 ? JsonNodeFactory.instance.objectNode() : body();
    }
}
