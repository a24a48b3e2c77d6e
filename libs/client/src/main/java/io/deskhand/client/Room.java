package io.deskhand.client;

import io.ably.lib.types.AblyException;
import io.ably.lib.types.Message;
import io.ably.lib.types.PresenceMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ticket's room, followed until it is closed.
 *
 * <p>Guarantee: every message of a known kind and state that is delivered reaches the listener; all others are left out and counted. Non-guarantee: a message may come twice, and an update late; a
 * reader keeps the highest {@code seq} of each serial.
 */
public final class Room implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Runs on the connection's thread: hand off at once. */
    public interface Listener {

        /** A new message, or a new version of one: same serial, higher {@code seq}. */
        void received(DeliveredMessage message);

        /** Messages may have been missed: read the snapshot again. */
        default void gap() {}
    }

    private final RoomConnection connection;
    private final String name;
    private final FollowedChannel channel;
    private final Runnable left;

    Room(RoomConnection connection, String name, FollowedChannel channel, Runnable left) {
        this.connection = connection;
        this.name = name;
        this.channel = channel;
        this.left = left;
    }

    static void receive(Message message, ViewJson json, Listener listener) {
        if ("chat.message".equals(message.name)) {
            DeliveredMessage.of(message).ifPresentOrElse(listener::received, json::leaveOut);
        }
    }

    /** Sends a message; returns its serial. */
    public String send(String text) {
        return connection.send(name, text);
    }

    /**
     * Sends a message over REST.
     *
     * @param localId comes back with the message; a repeat under the same one is no second message
     * @return the message's serial
     */
    public String send(String text, String localId) {
        return connection.send(name, text, localId);
    }

    /** Sends a message over the realtime connection; returns once the server has taken it. */
    public void publish(String text, String localId) {
        Message message = new Message("chat.message", RoomConnection.chatMessage(text, localId));
        message.id = localId;
        Confirmation.await(
                "publish to the room", PATIENCE, listener -> channel.channel().publish(message, listener));
    }

    /** Shows this person as present in the room, until it is left. */
    public void enter() {
        Confirmation.await(
                "enter the room",
                PATIENCE,
                listener -> channel.channel().presence.enter(connection.member(), listener));
    }

    /** The client ids of all who are present, such as {@code bot:demo-store}. */
    public Set<String> members() {
        try {
            return Arrays.stream(channel.channel().presence.get(true))
                    .map((PresenceMessage member) -> member.clientId)
                    .collect(Collectors.toSet());
        } catch (AblyException e) {
            throw Confirmation.failed("read who is in the room", e.errorInfo);
        }
    }

    /** Leaves the room. */
    @Override
    public void close() {
        left.run();
        connection.release(channel);
    }
}
