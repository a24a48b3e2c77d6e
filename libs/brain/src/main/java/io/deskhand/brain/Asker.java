package io.deskhand.brain;

import java.util.Map;

/**
 * Who asks.
 *
 * @param attributes what is known of them, such as {@code tier → gold}; believed at {@link Trust#VERIFIED} alone
 */
public record Asker(Trust trust, Map<String, String> attributes) {

    /** Somebody of whom nothing is known. */
    public static final Asker ANONYMOUS = new Asker(Trust.ANONYMOUS, Map.of());

    public Asker {
        attributes = Map.copyOf(attributes);
    }
}
