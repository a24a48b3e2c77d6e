package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is present in a channel, and the latest comings and goings. */
public final class Members {

    /** A coming, going or change, at its position. */
    public record Past(String position, PresenceMessage event) {}

    private final TreeMap<String, PresenceMessage> present = new TreeMap<>();
    private final Deque<Past> past = new ArrayDeque<>(4);
    private final int kept;

    Members(int kept) {
        this.kept = kept;
    }

    /** Everybody present, by member key. */
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
            past.removeFirst();
        }
    }

    /** The kept events, oldest first. */
    public List<Past> past() {
        return List.copyOf(past);
    }
}
