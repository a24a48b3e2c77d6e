package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds paginated responses with the links that Ably's SDKs expect: relative, one header line per relation. */
public final class PaginatedResult {

    private PaginatedResult() {}

    /**
     * A page from a source that begins after the cursor.
     *
     * @param segment last segment of the path, to which links are relative
     * @param cursor identifies an item, so that the next page can begin after it
     */
    public static <T> Response of(
            PageQuery query,
            String segment,
            Iterator<T> source,
            Function<T, JsonNode> toNode,
            Function<T, String> cursor) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String last = "";
        while (items.size() < query.limit() && source.hasNext()) {
            T item = source.next();
            items.add(toNode.apply(item));
            last = cursor.apply(item);
        }
        List<String> links = new ArrayList<>(3);
        links.add(link(query, segment, null, "first"));
        links.add(link(query, segment, query.cursor(), "current"));
        if (source.hasNext()) {
            links.add(link(query, segment, last, "next"));
        }
        return Response.page(items, links);
    }

    /** A page of a complete list, oldest first. The cursor is an index in the requested order. */
    public static <T> Response ofList(
            PageQuery query, String segment, List<T> oldestFirst, Function<T, JsonNode> toNode) {
        List<T> ordered = new ArrayList<>(oldestFirst);
        if (!query.forwards()) {
            Collections.reverse(ordered);
        }
        int from = Math.min(place(query.cursor()), ordered.size());
        int[] next = {from};
        return of(query, segment, ordered.subList(from, ordered.size()).iterator(), toNode, item -> {
            next[0]++;
            return Integer.toString(next[0]);
        });
    }

    private static int place(@Nullable String cursor) {
        return cursor != null && cursor.matches("\\d{1,9}") ? Integer.parseInt(cursor) : 0;
    }

    private static String link(PageQuery query, String segment, @Nullable String cursor, String relation) {
        Map<String, String> params = new TreeMap<>(query.given());
        if (cursor != null && !cursor.isEmpty()) {
            params.put("cursor", cursor);
        }
        StringBuilder text = new StringBuilder("<./").append(segment).append('?');
        params.forEach((name, value) -> {
            text.append(text.charAt(text.length() - 1) == '?' ? "" : "&");
            text.append(encode(name)).append('=').append(encode(value));
        });
        return text.append(">; rel=\"").append(relation).append('"').toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
