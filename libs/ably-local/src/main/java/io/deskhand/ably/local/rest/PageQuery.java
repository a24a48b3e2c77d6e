package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The paging parameters of a request.
 *
 * @param start earliest time, ms since the epoch, inclusive
 * @param end latest time, inclusive
 * @param forwards oldest first
 * @param fromSerial only items at or before this position
 * @param cursor the last item of the previous page; opaque to clients
 * @param given the request's parameters, repeated in the links to other pages
 */
public record PageQuery(
        long start,
        long end,
        boolean forwards,
        int limit,
        @Nullable String fromSerial,
        @Nullable String cursor,
        Map<String, String> given) {
    static final int DEFAULT_LIMIT = 100;
    private static final String CURSOR = "cursor";

    /**
     * The paging parameters of a request.
     *
     * @param forwardsByDefault the order unless the request names one
     * @throws AblyException 40003 when a parameter is out of range
     */
    static PageQuery of(Request request, boolean forwardsByDefault, int maxLimit) {
        long limit = number(request, "limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > maxLimit) {
            throw Errors.invalidParameter("unable to read limit; it must lie between 1 and " + maxLimit);
        }
        long start = number(request, "start", Long.MIN_VALUE);
        long end = number(request, "end", Long.MAX_VALUE);
        if (start > end) {
            throw Errors.invalidParameter("unable to read start; it lies behind end");
        }
        String serial = request.query("fromSerial");
        if (serial == null) {
            serial = request.query("from_serial");
        }
        Map<String, String> given = new TreeMap<>(request.query());
        given.keySet().removeAll(List.of("key", "access_token", "accessToken", "rnd", "request_id", CURSOR));
        given.values().removeIf(String::isEmpty);
        given.put("limit", Long.toString(limit));
        return new PageQuery(
                start, end, forwards(request, forwardsByDefault), (int) limit, serial, request.query(CURSOR), given);
    }

    /** The stored messages that the query asks for, in its order, beginning behind its cursor. */
    public Stream<StoredMessage> stored(Channel channel) {
        Iterator<StoredMessage> all = channel.history().iterate(forwards, fromSerial, cursor);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
                .filter(stored -> includes(stored.latest().timestamp()));
    }

    boolean includes(long timestamp) {
        return timestamp >= start && timestamp <= end;
    }

    private static boolean forwards(Request request, boolean fallback) {
        String direction = request.query("direction");
        String orderBy = request.query("orderBy");
        if (direction != null) {
            return switch (direction) {
                case "forwards" -> true;
                case "backwards" -> false;
                default -> throw Errors.invalidParameter("unable to read direction; forwards or backwards");
            };
        }
        return orderBy == null ? fallback : orderBy.equals("oldestFirst");
    }

    private static long number(Request request, String name, long fallback) {
        String text = request.query(name);
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Errors.invalidParameter("unable to read " + name + "; it must be an integer");
        }
    }
}
