package io.deskhand.brain;

import java.util.Map;

/**
 * What the service knows of the customer of a turn.
 *
 * @param trust how far their identity is proven
 * @param attributes what is known of them, such as {@code email}, or {@code id}, the company's own of a verified customer; from their sign-in, never from what they wrote in a
 *     dialogue or a model said. Not shown to the model; tools may send it (docs/tools.md)
 */
public record CustomerContext(Trust trust, Map<String, String> attributes) {

    /** A customer of whom nothing is known. */
    public static final CustomerContext ANONYMOUS = new CustomerContext(Trust.ANONYMOUS, Map.of());

    public CustomerContext {
        attributes = Map.copyOf(attributes);
    }

    /** In rising order. */
    public enum Trust {
        /** The bearer of the widget's token. */
        ANONYMOUS,
        /** They state who they are without proof, such as an e-mail address in a form. */
        IDENTIFIED,
        /** The company has signed them in and vouches for it with its signature. */
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
