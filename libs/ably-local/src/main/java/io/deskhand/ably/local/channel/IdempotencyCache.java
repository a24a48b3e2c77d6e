package io.deskhand.ably.local.channel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of recent operations by idempotency key, so that a repeated request has no second effect. */
public final class IdempotencyCache<T> {
    private static final int KEPT = 10_000;
    private static final long KEPT_BYTES = 8L << 20;

    private record Entry<T>(T outcome, long bytes, long time) {}

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
    private final long keptMillis;
    private long bytes;

    public IdempotencyCache(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    public @Nullable T find(String id, long now) {
        Entry<T> entry = entries.get(id);
        return entry == null || entry.time <= now - keptMillis ? null : entry.outcome;
    }

    /**
     * Keeps the outcome of an operation.
     *
     * @param size approximate bytes of the outcome
     */
    public void put(String id, T outcome, long size, long now) {
        Entry<T> before = entries.remove(id);
        Entry<T> entry = new Entry<>(outcome, size + id.length(), now);
        entries.put(id, entry);
        bytes += entry.bytes - (before == null ? 0 : before.bytes);
        Iterator<Entry<T>> all = entries.values().iterator();
        while (all.hasNext()) {
            Entry<T> oldest = all.next();
            if (oldest.time > now - keptMillis && entries.size() <= KEPT && bytes <= KEPT_BYTES) {
                return;
            }
            all.remove();
            bytes -= oldest.bytes;
        }
    }
}
