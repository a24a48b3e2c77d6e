package io.deskhand.client;

import io.ably.lib.types.ClientOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where the realtime connection goes.
 *
 * @param endpoint host of an Ably-compatible server; null for Ably itself
 * @param port null for the default port
 * @param tls null for the default, an encrypted connection
 */
public record RealtimeAddress(
        @Nullable String endpoint,
        @Nullable Integer port,
        @Nullable Boolean tls) {

    /** A server without encryption on this machine. */
    public static RealtimeAddress local(int port) {
        return new RealtimeAddress("127.0.0.1", port, false);
    }

    void configure(ClientOptions options) {
        if (endpoint == null) {
            return;
        }
        options.restHost = endpoint;
        options.realtimeHost = endpoint;
        options.fallbackHosts = new String[0];
        options.tls = tls == null || tls;
        if (port != null) {
            options.port = port;
            options.tlsPort = port;
        }
    }
}
