package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A channel name as a client writes it, parsed.
 *
 * @param name the channel's name, without a parameter qualifier
 * @param params parameters from a qualifier such as {@code [?rewind=1]}
 */
public record ChannelName(String name, Map<String, String> params) {
    private static final String META = "[meta]";

    /**
     * The channel name in a frame or path.
     *
     * @throws AblyException 40010 when no channel may have this name
     */
    public static ChannelName parse(String raw) {
        if (raw.startsWith("[?")) {
            int end = raw.indexOf(']');
            if (end < 0) {
                throw Errors.invalidChannelName(raw);
            }
            return new ChannelName(valid(raw.substring(end + 1)), params(raw.substring(2, end)));
        }
        return new ChannelName(valid(raw), Map.of());
    }

    private static String valid(String name) {
        String plain = name.startsWith(META) ? name.substring(META.length()) : name;
        if (plain.isEmpty() || plain.indexOf('\n') >= 0 || plain.indexOf('\r') >= 0) {
            throw Errors.invalidChannelName(name);
        }
        char first = plain.charAt(0);
        if (first == ':' || first == ',' || first == '[' || Character.isWhitespace(first)) {
            throw Errors.invalidChannelName(name);
        }
        return name;
    }

    private static Map<String, String> params(String query) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return params;
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.invalidParameter("unable to read channel parameters; malformed escape");
        }
    }

    /** The namespace: the part before the first colon, or an empty text. */
    public static String namespace(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }
}
