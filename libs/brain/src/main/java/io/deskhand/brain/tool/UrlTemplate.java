package io.deskhand.brain.tool;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with places for arguments in its path, such as {@code https://orders.example.com/orders/{order}}. A value fills part of one path segment and
 * cannot leave it.
 */
public record UrlTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]*)}");
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~";

    public Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** Returns whether all places are in the path: after the host, before any query. */
    boolean placesAreInPath() {
        int path = text.indexOf('/', text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);
        int query = text.indexOf('?');
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            if (path < 0 || matcher.start() < path || query >= 0 && matcher.start() > query) {
                return false;
            }
        }
        return text.indexOf('#') < 0;
    }

    /**
     * The address with its places filled and the rest of the values as its query, in their order.
     *
     * @return empty if a value does not fit into a path segment. It then has a slash, backslash, percent sign or control character, or the segment would be {@code .}
     *     or {@code ..}
     */
    public Optional<URI> fill(Map<String, String> values, Map<String, String> query) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), "");
            if (value.isEmpty() || value.chars().anyMatch(UrlTemplate::leaves)) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(encode(value)));
        }
        matcher.appendTail(filled);
        char separator = text.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> argument : query.entrySet()) {
            filled.append(separator)
                    .append(encode(argument.getKey()))
                    .append('=')
                    .append(encode(argument.getValue()));
            separator = '&';
        }
        URI address = URI.create(filled.toString());
        for (String segment :
                Optional.ofNullable(address.getRawPath()).orElse("").split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
        }
        return Optional.of(address);
    }

    private static boolean leaves(int c) {
        return c == '/' || c == '\\' || c == '%' || Character.isISOControl(c);
    }

    static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
