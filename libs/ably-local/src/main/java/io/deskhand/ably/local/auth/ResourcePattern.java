package io.deskhand.ably.local.auth;

import java.util.List;

/**
 * A resource of a capability. Names are segments split at colons. A {@code *} segment matches any one segment, a last {@code *}
 * one or more. A pattern without {@code [qualifier]} does not match channels that have one.
 */
record ResourcePattern(String qualifier, List<String> segments) {
    private static final String ANY = "*";
    static final String CHAT_SUFFIX = "::$chat";

    static ResourcePattern of(String pattern) {
        int end = pattern.startsWith("[") ? pattern.indexOf(']') : -1;
        String qualifier = end > 0 ? pattern.substring(1, end) : "";
        return new ResourcePattern(qualifier, List.of(pattern.substring(end + 1).split(":", -1)));
    }

    /** Whether the pattern matches a channel, or the room of a chat channel. */
    boolean matches(String channel) {
        return covers(of(channel))
                || channel.endsWith(CHAT_SUFFIX)
                        && covers(of(channel.substring(0, channel.length() - CHAT_SUFFIX.length())));
    }

    /** Whether this pattern matches every name that the other matches. */
    boolean covers(ResourcePattern other) {
        if (!qualifier.equals(other.qualifier) && !qualifier.equals(ANY)) {
            return false;
        }
        int last = segments.size() - 1;
        if (other.segments.size() <= last) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            boolean manyThere =
                    i == other.segments.size() - 1 && other.segments.get(i).equals(ANY);
            if (manyThere || !segments.get(i).equals(ANY) && !segments.get(i).equals(other.segments.get(i))) {
                return false;
            }
        }
        if (segments.get(last).equals(ANY)) {
            return true;
        }
        return other.segments.size() == segments.size() && segments.get(last).equals(other.segments.get(last));
    }

    /** The number of literal characters; a pattern with more is more specific. */
    int specificity() {
        return segments.stream()
                .filter(s -> !s.equals(ANY))
                .mapToInt(s -> s.length() + 1)
                .sum();
    }
}
