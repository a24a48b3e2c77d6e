package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.Message;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stored messages of a channel by serial; the oldest go first when there are too many. */
public final class History {
    private final NavigableMap<String, StoredMessage> messages = new TreeMap<>();
    private final int kept;
    private long bytes;

    History(int kept) {
        this.kept = kept;
    }

    void add(Message message) {
        messages.put(message.serial(), new StoredMessage(message));
        bytes += message.size();
        if (messages.size() > kept) {
            bytes -= messages.pollFirstEntry().getValue().latest().size();
        }
    }

    /** Rough size of what is stored: creations, without versions. */
    long bytes() {
        return bytes;
    }

    void clear() {
        messages.clear();
        bytes = 0;
    }

    public @Nullable StoredMessage find(String serial) {
        return messages.get(serial);
    }

    public int size() {
        return messages.size();
    }

    /**
     * Stored messages from one end.
     *
     * @param forwards oldest first
     * @param until only messages at or before this position; none = all
     * @param after only messages beyond this serial, in the direction of travel; none = all
     */
    public Iterator<StoredMessage> iterate(boolean forwards, @Nullable String until, @Nullable String after) {
        NavigableMap<String, StoredMessage> view = messages;
        if (until != null) {
            // Message serials are their position and a colon: the bound must lie behind them.
            view = view.headMap(Serials.positionOf(until) + ";", true);
        }
        if (after != null) {
            view = forwards ? view.tailMap(after, false) : view.headMap(after, false);
        }
        return (forwards ? view : view.descendingMap()).values().iterator();
    }
}
