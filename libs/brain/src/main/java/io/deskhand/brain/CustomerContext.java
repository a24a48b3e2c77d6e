package io.deskhand.brain;

import java.util.Map;

/**
 * The customer for whom a turn runs, as far as the service knows them.
 *
 * @param trust how far the service vouches for them
 * @param attributes what is known of them, such as {@code email}, or {@code id}, the company's own of a verified customer; from their sign-in, never from what they wrote in a
 *     dialogue or a model said. Not shown to the model; tools may send it (docs/tools.md)
 */
public record CustomerContext(Trust trust, Map<String, String> attributes) {

    /** Somebody of whom nothing is known. */
    public static final CustomerContext ANONYMOUS = new CustomerContext(Trust.ANONYMOUS, Map.of());

    public CustomerContext {
        attributes = Map.copyOf(attributes);
    }

    /** In rising order. */
    public enum Trust {
        /** Whoever holds the widget's token. */
        ANONYMOUS,
        /** They say who they are, and nobody has checked it, such as an e-mail address in a form. */
        IDENTIFIED,
        /** Somebody whom the company has signed in, and said so with its signature. */
        VERIFIED;

        public boolean reaches(Trust needed) {
            return compareTo(needed) >= 0;
        }
    }

    /** Names no attribute's value, so that logs do not. */
    @Override
    public String toString() {
        return "CustomerContext[" + trust + ", " + attributes.keySet() + "]";
    }
}
