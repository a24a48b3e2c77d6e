package io.deskhand.brain.bot;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule on who the customer is. It trusts only what the shop has signed, so that no customer can claim a better queue.
 *
 * @param name appears in the trace as {@code rule:<name>}
 * @param attribute the customer's attribute that it looks at
 * @param in the values for which it holds; empty when it looks at a number
 * @param atLeast the number from which on it holds; null when it looks at values
 * @param team whose queue takes the ticket; null for the bot's own
 * @param priority the least that the ticket has then, 0 to 9
 */
public record EscalationRule(
        String name,
        String attribute,
        Set<String> in,
        @Nullable BigDecimal atLeast,
        Moment moment,
        @Nullable String team,
        int priority) {

    /** When the rule itself escalates. */
    public enum Moment {
        /** Whatever the customer writes, until people have given the matter back. */
        AT_ONCE,
        /** At the first turn that brings no answer. */
        ON_FAILURE,
        /** Never: it says where a ticket goes that something else escalates. */
        ROUTE_ONLY
    }

    public EscalationRule {
        in = Set.copyOf(in);
    }

    /** Returns whether the rule holds; never for an unverified customer or an unknown attribute. */
    public boolean holds(CustomerContext customerContext) {
        String value = customerContext.attributes().get(attribute);
        if (customerContext.trust() != Trust.VERIFIED || value == null) {
            return false;
        }
        return atLeast == null ? in.contains(value) : reaches(value, atLeast);
    }

    private static boolean reaches(String value, BigDecimal least) {
        try {
            return value.length() <= 40 && new BigDecimal(value.strip()).compareTo(least) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
