package io.deskhand.ticketing.view;

/**
 * The {@code metadata} of a message that a customer publishes to a room.
 *
 * @param localId chosen by the widget, which finds its own message by it when the room repeats it
 */
public record CustomerMetadata(String localId) {}
