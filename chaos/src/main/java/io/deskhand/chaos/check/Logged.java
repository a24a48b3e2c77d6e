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

    /** Whether the services bring it into the room. */
    public boolean isRelayed() {
        return !kind.equals("PACKET") && !role.equals("CUSTOMER");
    }

    public boolean isClaim() {
        return kind.equals("MARKER") && event.equals("CLAIMED");
    }
}
