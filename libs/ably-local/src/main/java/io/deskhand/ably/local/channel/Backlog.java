package io.deskhand.ably.local.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a channel, for attachments that come back. It knows the position up to which it has forgotten, so that a
 * client learns whether it missed something.
 */
final class Backlog {
    /** What an event costs beside its content, roughly. */
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

    /** Drops what is too old or too much. */
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

    /** Drops the oldest events until so many bytes are free or none are left. */
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
     * What came after the position, or nothing when that can no longer be said.
     *
     * @param mostBytes when there is more than that to send, it is as if it were forgotten
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

    /** Whether the latest loss came from too much to keep, not from age. */
    boolean forgotUnderPressure() {
        return forgotUnderPressure;
    }

    /** Forgets everything: clients that come back learn that they may have missed something. */
    void lose(String position) {
        free(Long.MAX_VALUE);
        events = null;
        forgottenUpTo = position;
        forgotUnderPressure = false;
    }
}
