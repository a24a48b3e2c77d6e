package io.deskhand.ably.local;

import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How a server shall be. Start from {@link #defaults()} and change what matters.
 *
 * @param port 0 lets the system choose one
 * @param keys {@code appId.keyId:secret}; keys of one appId share an app
 * @param limits what clients may do
 * @param retention what the server keeps
 * @param clock source of all times
 * @param random source of all ids
 * @param faultsEndpoint whether {@code /_local/faults} may be called; off unless asked for
 */
@RecordBuilder
public record AblyLocalOptions(
        int port,
        List<String> keys,
        AblyLimits limits,
        Retention retention,
        InstantSource clock,
        RandomGenerator random,
        boolean faultsEndpoint)
        implements AblyLocalOptionsBuilder.With {
    /** The key of a server that was given none. */
    public static final String DEFAULT_KEY = "app.key:secret";

    public AblyLocalOptions {
        keys = List.copyOf(keys);
    }

    /** A port of the system's choice, Ably's sizes without its rates, and {@link #DEFAULT_KEY}. */
    public static AblyLocalOptions defaults() {
        return new AblyLocalOptions(
                0,
                List.of(),
                AblyLimits.off(),
                Retention.defaults(),
                InstantSource.system(),
                new SecureRandom(),
                false);
    }

    /** These options with one more key. */
    public AblyLocalOptions withKey(String key) {
        return withKeys(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    List<String> keysOrDefault() {
        return keys.isEmpty() ? List.of(DEFAULT_KEY) : keys;
    }
}
