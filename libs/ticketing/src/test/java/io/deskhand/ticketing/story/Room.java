package io.deskhand.ticketing.story;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A room as its server and its views know it: what was published, and what a view shows that ignores lower versions. */
final class Room {

    /** What a view shows of one relayed message. */
    record Shown(
            long pos, Kind kind, Role role, @Nullable EntryData data, String text, long seq, LogEntry.State state) {}

    /** A customer's own message. */
    record Written(String serial, String text) {}

    final List<Written> written = new ArrayList<>();
    /** What a view shows that was there all the time. */
    final Map<String, Shown> shown = new LinkedHashMap<>();

    /** What a view shows that comes later and reads the history: the last update of each message. */
    final Map<String, Shown> stored = new LinkedHashMap<>();

    /** Whether a relay died between publishing an older version and its report: then the log has no trace of it (N2 in docs/handoff.md). */
    boolean untold;

    private final String name;
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, Long> firstSeqs = new HashMap<>();
    private final Set<String> updates = new HashSet<>();

    Room(String name) {
        this.name = name;
    }

    void write(String text) {
        written.add(new Written(name + "-customer-%04d".formatted(written.size() + 1), text));
    }

    /** Creates a message; the same key gives the one created first. Returns its serial. */
    String send(LogEntry entry, String key) {
        return byKey.computeIfAbsent(key, first -> {
            String serial = name + "-%04d".formatted(shown.size() + 1);
            shown.put(serial, shown(entry));
            stored.put(serial, shown(entry));
            firstSeqs.put(key, entry.seq());
            return serial;
        });
    }

    /** The version that the message had when it was created under this key. */
    long firstSeq(String key) {
        return firstSeqs.get(key);
    }

    /** Replaces a message; the same key does nothing, and views ignore an older version. Returns whether this was an older one. */
    boolean update(String serial, LogEntry entry, String key) {
        boolean late = entry.seq() < stored.get(serial).seq();
        if (updates.add(key)) {
            stored.put(serial, shown(entry));
            shown.computeIfPresent(serial, (same, before) -> entry.seq() >= before.seq() ? shown(entry) : before);
        }
        return late;
    }

    private static Shown shown(LogEntry entry) {
        return new Shown(
                entry.pos(),
                entry.kind(),
                entry.author().role(),
                entry.data(),
                entry.text(),
                entry.seq(),
                entry.state());
    }
}
