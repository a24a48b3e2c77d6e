package io.deskhand.ably.local.sources;

import java.util.random.RandomGenerator;

/** Generates opaque identifiers from an injected source of randomness. */
public final class RandomIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    /** An identifier of letters and digits, valid in any path, serial or cursor. */
    public String next(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
