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
    private final int keptFrames;
    private final long keptMillis;
    private String forgottenUpTo;
    private boolean forgotByCount;
    private @Nullable Deque<ChannelEvent> events;

    Backlog(int keptFrames, long keptMillis, String start) {
        this.keptFrames = keptFrames;
        this.keptMillis = keptMillis;
        this.forgottenUpTo = start;
    }

    void add(ChannelEvent event) {
        Deque<ChannelEvent> kept = events;
        if (kept == null) {
            kept = new ArrayDeque<>(4);
            events = kept;
        }
        kept.add(event);
        forget(event.time());
    }

    void forget(long now) {
        Deque<ChannelEvent> kept = events;
        while (kept != null && !kept.isEmpty()) {
            boolean tooMany = kept.size() > keptFrames;
            if (!tooMany && kept.getFirst().time() > now - keptMillis) {
                return;
            }
            forgottenUpTo = kept.removeFirst().position();
            forgotByCount = tooMany;
        }
    }

    /** What came after the position, or nothing when that can no longer be said. */
    @Nullable List<ChannelEvent> after(String position, long now) {
        forget(now);
        if (position.compareTo(forgottenUpTo) < 0) {
            return null;
        }
        List<ChannelEvent> missed = new ArrayList<>();
        if (events != null) {
            for (ChannelEvent event : events) {
                if (event.position().compareTo(position) > 0) {
                    missed.add(event);
                }
            }
        }
        return missed;
    }

    /** Whether the latest loss came from too many events, not from age. */
    boolean forgotByCount() {
        return forgotByCount;
    }

    boolean isEmpty() {
        return events == null || events.isEmpty();
    }

    /** Forgets everything: clients that come back learn that they may have missed something. */
    void lose(String position) {
        events = null;
        forgottenUpTo = position;
        forgotByCount = false;
    }
}
