package io.deskhand.realtime;

import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import org.jspecify.annotations.Nullable;

/**
 * Address of Ably, the services' key, and the limits that they keep.
 *
 * @param key an Ably API key, "app.key:secret"; never logged
 * @param host null for Ably itself, else the host of a compatible server
 * @param roomsPerConnection the most rooms that one connection attaches; Ably takes 200 channels a connection
 * @param requestsPerSecond the most REST requests of this process; see {@link RestRate}
 */
public record AblySettings(
        String key, @Nullable String host, int port, boolean tls, int roomsPerConnection, int requestsPerSecond) {

    public static final int ROOMS_PER_CONNECTION = 190;
    public static final int REQUESTS_PER_SECOND = 200;

    public AblySettings {
        if (!key.matches("[^.:\\s]+\\.[^.:\\s]+:\\S+")) {
            throw new IllegalArgumentException("unable to read the Ably key; it has the form app.key:secret");
        }
    }

    public static AblySettings local(int port, String key) {
        return new AblySettings(key, "127.0.0.1", port, false, ROOMS_PER_CONNECTION, REQUESTS_PER_SECOND);
    }

    /** These settings with other limits. */
    public AblySettings within(int newRoomsPerConnection, int newRequestsPerSecond) {
        return new AblySettings(key, host, port, tls, newRoomsPerConnection, newRequestsPerSecond);
    }

    String keyName() {
        return key.substring(0, key.indexOf(':'));
    }

    String keySecret() {
        return key.substring(key.indexOf(':') + 1);
    }

    /** Options for a connection that speaks for others: the key, and no client id of its own. */
    ClientOptions clientOptions() throws AblyException {
        ClientOptions options = new ClientOptions(key);
        options.useBinaryProtocol = false;
        options.httpRequestTimeout = 5_000;
        options.httpOpenTimeout = 4_000;
        options.disconnectedRetryTimeout = 2_000;
        options.logLevel = io.ably.lib.util.Log.WARN;
        options.logHandler = AblyLog.HANDLER;
        if (host != null) {
            options.restHost = host;
            options.realtimeHost = host;
            options.port = port;
            options.tlsPort = port;
            options.tls = tls;
            options.fallbackHosts = new String[0];
        }
        return options;
    }

    @Override
    public String toString() {
        return "AblySettings[" + keyName() + " at " + (host == null ? "Ably" : host + ":" + port) + "]";
    }
}
