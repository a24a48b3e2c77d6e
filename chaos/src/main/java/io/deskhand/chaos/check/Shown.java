package io.deskhand.chaos.check;

/**
 * One version of a message in a room.
 *
 * @param serial of the message: its place among the others
 * @param version serial of this version: when it was published, among all versions of all messages of the room
 * @param clientId its author, as the server stamped it
 * @param pos its place in the log by its headers; 0 for customers' messages
 * @param localId what the customer's client calls it; empty for others
 */
public record Shown(
        String serial,
        String version,
        String clientId,
        long pos,
        String kind,
        String state,
        long seq,
        String text,
        String localId) {

    public boolean isBots() {
        return clientId.startsWith("bot:");
    }

    public boolean isCustomers() {
        return clientId.startsWith("customer:");
    }
}
