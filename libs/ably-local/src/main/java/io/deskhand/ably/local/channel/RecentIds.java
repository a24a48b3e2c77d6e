package io.deskhand.ably.local.channel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of recent publishes by the id that their clients gave, so that a repetition changes nothing. */
public final class RecentIds<T> {
    private static final int KEPT = 10_000;

    private record Entry<T>(T outcome, long time) {}

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
    private final long keptMillis;

    public RecentIds(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    public @Nullable T find(String id, long now) {
        Entry<T> entry = entries.get(id);
        return entry == null || entry.time <= now - keptMillis ? null : entry.outcome;
    }

    public void put(String id, T outcome, long now) {
        entries.remove(id);
        entries.put(id, new Entry<>(outcome, now));
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (oldest.hasNext() && (oldest.next().time <= now - keptMillis || entries.size() > KEPT)) {
            oldest.remove();
        }
    }
}
