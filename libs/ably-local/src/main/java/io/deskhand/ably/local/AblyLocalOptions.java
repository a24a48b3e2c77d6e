package io.deskhand.ably.local;

import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

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
public record AblyLocalOptions(
        int port,
        List<String> keys,
        AblyLimits limits,
        Retention retention,
        InstantSource clock,
        RandomGenerator random,
        boolean faultsEndpoint) {
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

    public AblyLocalOptions withPort(int newPort) {
        return new AblyLocalOptions(newPort, keys, limits, retention, clock, random, faultsEndpoint);
    }

    /** Adds a key. */
    public AblyLocalOptions withKey(String key) {
        List<String> more = new ArrayList<>(keys);
        more.add(key);
        return new AblyLocalOptions(port, more, limits, retention, clock, random, faultsEndpoint);
    }

    public AblyLocalOptions withLimits(AblyLimits newLimits) {
        return new AblyLocalOptions(port, keys, newLimits, retention, clock, random, faultsEndpoint);
    }

    public AblyLocalOptions withRetention(Retention newRetention) {
        return new AblyLocalOptions(port, keys, limits, newRetention, clock, random, faultsEndpoint);
    }

    public AblyLocalOptions withClock(InstantSource newClock) {
        return new AblyLocalOptions(port, keys, limits, retention, newClock, random, faultsEndpoint);
    }

    public AblyLocalOptions withRandom(RandomGenerator newRandom) {
        return new AblyLocalOptions(port, keys, limits, retention, clock, newRandom, faultsEndpoint);
    }

    public AblyLocalOptions withFaultsEndpoint(boolean enabled) {
        return new AblyLocalOptions(port, keys, limits, retention, clock, random, enabled);
    }

    List<String> keysOrDefault() {
        return keys.isEmpty() ? List.of(DEFAULT_KEY) : keys;
    }
}
