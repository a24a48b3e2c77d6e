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
 * The options of a server. Start from {@link #defaults()}.
 *
 * @param port TCP port; 0 takes a free one
 * @param keys {@code appId.keyId:secret}; keys of one appId share an app
 * @param limits sizes and rates for clients
 * @param retention bounds on the state in memory
 * @param clock source of all times
 * @param random source of all ids
 * @param faultsEndpoint whether {@code /_local/faults} is served; off by default
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
    /** The key of a server without configured keys. */
    public static final String DEFAULT_KEY = "app.key:secret";

    public AblyLocalOptions {
        keys = List.copyOf(keys);
    }

    /** A free port, Ably's size limits without its rate limits, and {@link #DEFAULT_KEY}. */
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
