package io.deskhand.ably.local.sources;

import java.util.random.RandomGenerator;

/** Makes opaque identifiers from the source of randomness that the server was given. */
public final class RandomIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    /** Letters and digits only, so that it can stand in any path, serial or cursor. */
    public String next(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
