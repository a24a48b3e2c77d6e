package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.connection.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The debugging page at {@code /_local}, and its state as JSON. */
final class LocalPage {
    private final LocalState state;

    LocalPage(Apps apps, Connections connections) {
        this.state = new LocalState(apps, connections);
    }

    void addTo(Routes routes) {
        routes.add("GET", "_local", r -> Response.file("text/html", file("local.html")));
        routes.add("GET", "_local/page.js", r -> Response.file("text/javascript", file("local.js")));
        routes.add("GET", "_local/state", r -> Response.ok(state.of(r)));
    }

    private static String file(String name) {
        try (InputStream in = Objects.requireNonNull(LocalPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
