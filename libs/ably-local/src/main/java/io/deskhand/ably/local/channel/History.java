package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Message;
import java.util.Collections;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stored messages of a channel by serial. Above its limits the oldest are dropped first. */
public final class History {
    /** Sorts after every serial. */
    private static final String LAST = ":";

    private final NavigableMap<String, StoredMessage> messages = new TreeMap<>();
    private final int kept;
    private final int versionsKept;
    private final ByteBudget budget;

    History(int kept, int versionsKept, ByteBudget budget) {
        this.kept = kept;
        this.versionsKept = versionsKept;
        this.budget = budget;
    }

    void add(Message message) {
        StoredMessage stored = new StoredMessage(message);
        messages.put(message.serial(), stored);
        if (messages.size() > kept) {
            removeOldest();
        }
        budget.add(stored.bytes());
    }

    void addVersion(StoredMessage stored, Message version) {
        budget.add(stored.addVersion(version, versionsKept));
    }

    void addAnnotation(StoredMessage stored, Annotation annotation) {
        budget.add(stored.addAnnotation(annotation, kept));
    }

    private long removeOldest() {
        long bytes = messages.pollFirstEntry().getValue().bytes();
        budget.add(-bytes);
        return bytes;
    }

    /** Drops the oldest messages until this number of bytes is free. The newest one always stays. */
    void free(long bytes) {
        long freed = 0;
        while (freed < bytes && messages.size() > 1) {
            freed += removeOldest();
        }
    }

    /** Drops all messages. */
    void clear() {
        while (!messages.isEmpty()) {
            removeOldest();
        }
    }

    public @Nullable StoredMessage find(String serial) {
        return messages.get(serial);
    }

    public int size() {
        return messages.size();
    }

    /**
     * The stored messages in one direction.
     *
     * @param forwards oldest first
     * @param until only messages at or before this position; none = all
     * @param after only messages beyond this serial, in the direction of travel; none = all
     */
    public Iterator<StoredMessage> iterate(boolean forwards, @Nullable String until, @Nullable String after) {
        // A message serial is its position and a colon, so the bound must sort after both.
        String bound = until == null ? LAST : Serials.positionOf(until) + ";";
        if (forwards) {
            NavigableMap<String, StoredMessage> bounded = messages.headMap(bound, false);
            return after == null
                    ? bounded.values().iterator()
                    : after.compareTo(bound) >= 0
                            ? Collections.emptyIterator()
                            : bounded.tailMap(after, false).values().iterator();
        }
        String end = after == null || after.compareTo(bound) > 0 ? bound : after;
        return messages.headMap(end, false).descendingMap().values().iterator();
    }
}
