package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a channel, and its latest presence events. */
public final class PresenceSet {

    /** A presence event with its position. */
    public record Past(String position, PresenceMessage event) {}

    /** Approximate bytes of an event beside its data. */
    private static final int OVERHEAD = 300;

    private final TreeMap<String, PresenceMessage> present = new TreeMap<>();
    private final Deque<Past> past = new ArrayDeque<>(4);
    private final int kept;
    private final ByteBudget budget;

    PresenceSet(int kept, ByteBudget budget) {
        this.kept = kept;
        this.budget = budget;
    }

    /** All members, by member key. */
    public Collection<PresenceMessage> all() {
        return present.values();
    }

    public @Nullable PresenceMessage find(String memberKey) {
        return present.get(memberKey);
    }

    public int count() {
        return present.size();
    }

    void put(PresenceMessage member) {
        present.put(member.memberKey(), member);
    }

    void remove(String memberKey) {
        present.remove(memberKey);
    }

    List<PresenceMessage> ofConnection(String connectionId) {
        return new ArrayList<>(
                present.subMap(connectionId + ":", connectionId + ";").values());
    }

    void remember(String position, PresenceMessage event) {
        past.add(new Past(position, event));
        if (past.size() > kept) {
            forgetOldest();
        }
        budget.add(sizeOf(event));
    }

    private static long sizeOf(PresenceMessage event) {
        return event.payload().size() + OVERHEAD;
    }

    private long forgetOldest() {
        long bytes = sizeOf(past.removeFirst().event());
        budget.add(-bytes);
        return bytes;
    }

    /** Drops the oldest events until this number of bytes is free or none are left. Members stay. */
    void free(long bytes) {
        long freed = 0;
        while (freed < bytes && !past.isEmpty()) {
            freed += forgetOldest();
        }
    }

    /** The kept events, oldest first. */
    public List<Past> past() {
        return List.copyOf(past);
    }
}
