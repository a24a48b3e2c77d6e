package io.deskhand.brain;

import java.util.Map;

/**
 * What the service knows of the customer of a turn.
 *
 * @param trust how far their identity is proven
 * @param attributes what their sign-in says of them, such as {@code email}, or the company's own {@code id} of a verified customer. Nothing of it comes from a dialogue
 *     or a model. Not shown to the model; tools may send it (docs/tools.md)
 */
public record CustomerContext(Trust trust, Map<String, String> attributes) {

    /** A customer without any known attribute. */
    public static final CustomerContext ANONYMOUS = new CustomerContext(Trust.ANONYMOUS, Map.of());

    public CustomerContext {
        attributes = Map.copyOf(attributes);
    }

    /** In rising order. */
    public enum Trust {
        /** The bearer of the widget's token. */
        ANONYMOUS,
        /** They state who they are without proof, such as an email address in a form. */
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
