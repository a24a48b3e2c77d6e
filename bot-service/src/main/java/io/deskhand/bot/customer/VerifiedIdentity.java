package io.deskhand.bot.customer;

import java.util.Map;

/**
 * Who a customer is, as the shop has signed it.
 *
 * @param subject the shop's own id of them, 1 to 128 characters
 * @param name may be empty
 * @param attributes what else the shop says of them, such as {@code tier}; the email address under {@code email}
 */
record VerifiedIdentity(String subject, String name, Map<String, String> attributes) {

    VerifiedIdentity {
        attributes = Map.copyOf(attributes);
    }

    /** Names nobody, so that logs do not. */
    @Override
    public String toString() {
        return "VerifiedIdentity[" + attributes.keySet() + "]";
    }
}
