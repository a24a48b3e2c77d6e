package io.deskhand.realtime;

import com.google.gson.JsonElement;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.Message;
import io.ably.lib.types.PresenceMessage.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The services' access to Ably: one REST client, and as many realtime connections as Ably's limit of channels per connection requires.
 */
public final class Rooms implements AutoCloseable {

    private final AblySettings settings;
    private final AblyRest rest;
    private final ChatApi chat;
    private final List<Line> lines = new ArrayList<>();
    private boolean closed;

    public Rooms(AblySettings settings) {
        this.settings = settings;
        try {
            this.rest = new AblyRest(settings.clientOptions());
        } catch (AblyException e) {
            throw new RealtimeException("unable to set up Ably; " + e.errorInfo.message, e);
        }
        this.chat = new ChatApi(rest, new RestRate(settings.requestsPerSecond()));
    }

    /** The channel under a Chat room. */
    static String channel(String room) {
        return room + "::$chat";
    }

    ChatApi chat() {
        return chat;
    }

    /** Tells the room that {@code clientId} is typing; receivers show it for some ten seconds. */
    public void typing(String room, String clientId) {
        chat.typing(room, clientId);
    }

    /** Publishes to a plain channel. */
    void publish(String channel, String name, JsonElement data) {
        chat.publish(channel, new Message(name, data));
    }

    /** Attaches to a room in the background; the listener is told when that is done, and after each break. */
    public AttachedRoom attach(String room, AttachedRoom.Listener listener) {
        Line line = takeLine(room);
        return new AttachedRoom(
                room,
                line.connection.connection,
                line.connection.channels.get(channel(room)),
                listener,
                () -> giveBack(line, room));
    }

    /** Calls the listener with the client id of every member that leaves the room from now on. It runs on the SDK's reader thread: hand off at once. */
    public void onLeave(String room, Consumer<String> listener) {
        Line line = takeLine(room);
        try {
            line.connection.channels.get(channel(room)).presence.subscribe(Action.leave, message -> {
                if (message.clientId != null) {
                    listener.accept(message.clientId);
                }
            });
        } catch (AblyException e) {
            throw new RealtimeException("unable to watch who is in " + room + "; " + e.errorInfo.message, e);
        }
    }

    /** A connection with room for one more; not one that is still detaching from this very room. */
    private synchronized Line takeLine(String room) {
        if (closed) {
            throw new RealtimeException("unable to attach a room; the connections are closed", null);
        }
        Line line = lines.stream()
                .filter(candidate ->
                        candidate.rooms.size() < settings.roomsPerConnection() && !candidate.rooms.contains(room))
                .findFirst()
                .orElseGet(this::connect);
        line.rooms.add(room);
        return line;
    }

    /** The number of realtime connections. */
    synchronized int connections() {
        return lines.size();
    }

    private Line connect() {
        try {
            Line line = new Line(new AblyRealtime(settings.clientOptions()));
            lines.add(line);
            return line;
        } catch (AblyException e) {
            throw new RealtimeException("unable to connect to Ably; " + e.errorInfo.message, e);
        }
    }

    private synchronized void giveBack(Line line, String room) {
        line.connection.channels.release(channel(room));
        line.rooms.remove(room);
        if (line.rooms.isEmpty() && lines.size() > 1) {
            lines.remove(line);
            line.connection.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        lines.forEach(line -> line.connection.close());
        lines.clear();
        try {
            rest.close();
        } catch (Exception e) {
            throw new RealtimeException("unable to close the connection to Ably; " + e.getMessage(), e);
        }
    }

    private static final class Line {
        final AblyRealtime connection;
        final Set<String> rooms = new HashSet<>();

        Line(AblyRealtime connection) {
            this.connection = connection;
        }
    }
}
