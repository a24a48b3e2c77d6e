package io.deskhand.brain.tool;

import java.net.URI;
import java.util.Locale;

/**
 * Where a call may go: scheme, host and port, all three exactly.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address, in lower case
 */
public record Origin(String scheme, String host, int port) {

    /**
     * @param text such as {@code https://orders.example.com} or {@code http://127.0.0.1:8084}
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Origin parse(String text) {
        URI uri = URI.create(text.strip());
        boolean bare = (uri.getRawPath() == null || uri.getRawPath().length() <= 1)
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!bare) {
            throw new IllegalArgumentException("unable to read the origin \"" + text
                    + "\"; write scheme, host and port, such as https://orders.example.com");
        }
        return of(uri);
    }

    /** @throws IllegalArgumentException if the address is not an absolute one of a web server, or carries a user's name */
    public static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "unable to read the origin of an address; expected http or https and a host, without a user's name");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
