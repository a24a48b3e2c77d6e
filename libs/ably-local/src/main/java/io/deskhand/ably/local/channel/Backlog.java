package io.deskhand.ably.local.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a channel, for clients that resume. It remembers up to which position events were dropped, so that a
 * client learns of lost continuity.
 */
final class Backlog {
    /** Approximate bytes of an event beside its content. */
    private static final int OVERHEAD = 1_000;

    private final int keptFrames;
    private final long keptMillis;
    private final ByteBudget budget;
    private String forgottenUpTo;
    private boolean forgotUnderPressure;
    private @Nullable Deque<ChannelEvent> events;

    Backlog(int keptFrames, long keptMillis, ByteBudget budget, String start) {
        this.keptFrames = keptFrames;
        this.keptMillis = keptMillis;
        this.budget = budget;
        this.forgottenUpTo = start;
    }

    void add(ChannelEvent event) {
        Deque<ChannelEvent> kept = events;
        if (kept == null) {
            kept = new ArrayDeque<>(4);
            events = kept;
        }
        kept.add(event);
        forget(event.at().time());
        budget.add(event.size() + OVERHEAD);
    }

    /** Drops events above the age or count limit. */
    void forget(long now) {
        Deque<ChannelEvent> kept = events;
        while (kept != null && !kept.isEmpty()) {
            boolean tooMany = kept.size() > keptFrames;
            if (!tooMany && kept.getFirst().at().time() > now - keptMillis) {
                return;
            }
            removeOldest(kept, tooMany);
        }
        events = null;
    }

    /** Drops the oldest events until this number of bytes is free or none are left. */
    void free(long bytes) {
        long freed = 0;
        Deque<ChannelEvent> kept = events;
        while (kept != null && !kept.isEmpty() && freed < bytes) {
            freed += removeOldest(kept, true);
        }
    }

    private long removeOldest(Deque<ChannelEvent> kept, boolean underPressure) {
        ChannelEvent oldest = kept.removeFirst();
        forgottenUpTo = oldest.at().position();
        forgotUnderPressure = underPressure;
        budget.add(-(oldest.size() + OVERHEAD));
        return oldest.size() + OVERHEAD;
    }

    /**
     * The events after a position, or null when some of them were dropped.
     *
     * @param mostBytes the limit of a replay; a longer one counts as dropped
     */
    @Nullable List<ChannelEvent> after(String position, long now, long mostBytes) {
        forget(now);
        if (position.compareTo(forgottenUpTo) < 0) {
            return null;
        }
        List<ChannelEvent> missed = new ArrayList<>();
        long bytes = 0;
        if (events != null) {
            for (ChannelEvent event : events) {
                if (event.at().position().compareTo(position) > 0) {
                    missed.add(event);
                    bytes += event.size();
                }
            }
        }
        if (bytes > mostBytes) {
            forgotUnderPressure = true;
            return null;
        }
        return missed;
    }

    /** Whether the latest drop was due to a limit, not to age. */
    boolean forgotUnderPressure() {
        return forgotUnderPressure;
    }

    /** Drops all events, so that resuming clients lose continuity. */
    void lose(String position) {
        free(Long.MAX_VALUE);
        events = null;
        forgottenUpTo = position;
        forgotUnderPressure = false;
    }
}
