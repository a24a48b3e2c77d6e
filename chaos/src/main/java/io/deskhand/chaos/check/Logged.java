package io.deskhand.chaos.check;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a ticket's log, as the agents' API gives it.
 *
 * @param role CUSTOMER, BOT, AGENT or SYSTEM
 * @param event what a marker says has happened, such as CLAIMED; empty for others
 * @param agent whom a marker names, or who wrote a message; empty for others
 * @param serial its serial in the room; null until it is delivered
 */
public record Logged(
        long pos,
        long epoch,
        String kind,
        String role,
        String event,
        String agent,
        String text,
        String state,
        long seq,
        @Nullable String serial) {

    public boolean isMessageOf(String author) {
        return kind.equals("MESSAGE") && role.equals(author);
    }

    /** Whether the services bring it into the room: the customer is there already, and packets and notes are for agents alone. */
    public boolean isRelayed() {
        return !role.equals("CUSTOMER") && (kind.equals("MESSAGE") || kind.equals("NOTICE") || kind.equals("MARKER"));
    }

    /** Whether the ticket goes to an agent here: by a claim, or because it is opened again with the agent who had it. */
    public boolean isToAgent() {
        return isClaim() || (kind.equals("MARKER") && event.equals("REOPENED") && !agent.isEmpty());
    }

    public boolean isClaim() {
        return kind.equals("MARKER") && event.equals("CLAIMED");
    }
}
