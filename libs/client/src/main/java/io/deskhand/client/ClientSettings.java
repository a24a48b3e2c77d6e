package io.deskhand.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a service is and how long a client waits for it.
 *
 * @param instances base addresses of one service; a client stays with one until it fails, then goes to the next
 * @param connectTimeout for one connection
 * @param requestTimeout for one attempt, from the request to the end of the answer
 * @param attempts the most attempts of one call; the repeats carry the same idempotency key
 * @param failedAttempts receives every attempt that failed, even if a repeat succeeded; runs on the caller's thread
 */
public record ClientSettings(
        List<URI> instances,
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        Consumer<DeskhandException> failedAttempts) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    public ClientSettings {
        instances = List.copyOf(instances);
        if (instances.isEmpty() || attempts < 1) {
            throw new IllegalArgumentException("a client needs an instance and an attempt");
        }
    }

    /** One attempt at one address, with the default timeouts. */
    public static ClientSettings of(String url) {
        return new ClientSettings(List.of(URI.create(url)), CONNECT_TIMEOUT, REQUEST_TIMEOUT, 1, failure -> {});
    }
}
