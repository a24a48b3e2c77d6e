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

/** A request, read as far as its route needs it. */
public final class Request {
    private final String method;
    private final List<String> path;
    private final Map<String, String> query;
    private final MultiMap headers;
    private final byte[] body;

    private Request(String method, List<String> path, Map<String, String> query, MultiMap headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /**
     * @param uri path and query as they came
     * @throws AblyException 40000 when an escape in them is malformed
     */
    static Request of(String method, String uri, MultiMap headers, byte[] body) {
        try {
            int mark = uri.indexOf('?');
            String rawPath = mark < 0 ? uri : uri.substring(0, mark);
            List<String> path = new ArrayList<>();
            for (String segment :
                    rawPath.substring(rawPath.startsWith("/") ? 1 : 0).split("/", -1)) {
                // Not form decoding: a plus in a path is a plus.
                path.add(QueryStringDecoder.decodeComponent(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
            Map<String, String> query = new LinkedHashMap<>();
            new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, 64)
                    .parameters()
                    .forEach((name, values) -> query.put(name, values.getFirst()));
            return new Request(method, path, query, headers, body);
        } catch (IllegalArgumentException e) {
            throw Errors.badRequest("unable to read request; malformed escape in the URL");
        }
    }

    public String method() {
        return method;
    }

    /** The decoded segments. */
    List<String> path() {
        return path;
    }

    public @Nullable String query(String name) {
        return query.get(name);
    }

    public Map<String, String> query() {
        return query;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The version of the API that the client speaks; the newest when it does not say. */
    int version() {
        String version = headers.get("X-Ably-Version");
        return version != null && version.matches("\\d{1,4}(\\.\\d+)?") ? (int) Double.parseDouble(version) : 6;
    }

    /** The format to answer in. */
    Format answers() {
        String format = query.get("format");
        return format != null ? Format.ofParameter(format) : Format.ofHeader(headers.get("Accept"));
    }

    /**
     * The body by its Content-Type.
     *
     * @throws AblyException 40001 when there is none, 40000 when it is malformed
     */
    public JsonNode body() {
        if (body.length == 0) {
            throw Errors.invalidBody("unable to read request; it has no body");
        }
        return Format.ofHeader(headers.get("Content-Type")).decode(body);
    }

    /** The body, or an empty object when there is none. */
    public JsonNode bodyOrEmpty() {
        return body.length == 0 ? JsonNodeFactory.instance.objectNode() : body();
    }
}
