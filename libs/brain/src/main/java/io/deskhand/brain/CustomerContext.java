package io.deskhand.brain;

import java.util.Map;

/**
 * What the service knows of the customer of a turn.
 *
 * @param trust how far their identity is proven
 * @param attributes what their sign-in says of them, such as {@code email}, or the shop's own {@code id} of a verified customer. Nothing of it comes from a dialogue
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
        /** An anonymous visitor who gave no email address. */
        ANONYMOUS,
        /** An anonymous visitor who gave an email address, which nobody has checked. */
        IDENTIFIED,
        /** The shop has signed who they are. */
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
