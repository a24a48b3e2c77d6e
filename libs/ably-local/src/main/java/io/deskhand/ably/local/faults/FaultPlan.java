package io.deskhand.ably.local.faults;

import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.Action;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The lasting faults in effect. Random choices depend on the seed and the order of calls only. */
public final class FaultPlan {
    private SplittableRandom random = new SplittableRandom(0);
    private boolean refusing;
    private long delayAtLeast;
    private long delayAtMost;
    private double duplicates;
    private final Map<String, Long> bytesPerSecond = new HashMap<>();
    private ServerFault.@Nullable FailRequests failing;
    private int failuresLeft;
    private boolean presenceFrozen;
    private final Deque<Runnable> heldPresence = new ArrayDeque<>();

    public void seed(long seed) {
        random = new SplittableRandom(seed);
    }

    public void refuse(boolean newRefusing) {
        refusing = newRefusing;
    }

    public boolean refuses() {
        return refusing;
    }

    public void delay(Duration atLeast, Duration atMost) {
        delayAtLeast = Math.max(0, atLeast.toMillis());
        delayAtMost = Math.max(delayAtLeast, atMost.toMillis());
    }

    public void duplicate(double probability) {
        duplicates = probability;
    }

    public void slowDown(String client, long bytes) {
        if (bytes <= 0) {
            bytesPerSecond.remove(client);
        } else {
            bytesPerSecond.put(client, bytes);
        }
    }

    public void failRequests(ServerFault.FailRequests faults) {
        failing = faults;
        failuresLeft = faults.times();
    }

    /** Whether no fault affects outbound frames. */
    public boolean deliversPlainly() {
        return delayAtMost == 0 && duplicates == 0 && bytesPerSecond.isEmpty();
    }

    /** The delay of the next frame, ms. */
    public long nextDelay() {
        return delayAtMost == 0 ? 0 : random.nextLong(delayAtLeast, delayAtMost + 1);
    }

    /** How many times to send the next frame. */
    public int nextCopies(int action) {
        boolean delivery = action == Action.MESSAGE || action == Action.PRESENCE || action == Action.ANNOTATION;
        return delivery && duplicates > 0 && random.nextDouble() < duplicates ? 2 : 1;
    }

    /** The read rate of a client in bytes per second; 0 = no limit. */
    public long rateOf(String connectionId, @Nullable String clientId) {
        Long rate = bytesPerSecond.get(connectionId);
        if (rate == null && clientId != null) {
            rate = bytesPerSecond.get(clientId);
        }
        return rate == null ? 0 : rate;
    }

    /** The error for a request, or null when no fault applies to it. */
    public @Nullable AblyError nextFailure(String path) {
        ServerFault.FailRequests faults = failing;
        if (faults == null || failuresLeft <= 0 || !path.startsWith(faults.pathPrefix())) {
            return null;
        }
        failuresLeft--;
        return new AblyError(faults.code(), faults.status(), "unable to serve request; a fault was asked for");
    }

    /** Defers a presence change while presence is frozen, and returns whether it did. */
    public boolean holds(Runnable change) {
        if (presenceFrozen) {
            heldPresence.add(change);
        }
        return presenceFrozen;
    }

    public void freezePresence(boolean frozen) {
        presenceFrozen = frozen;
        while (!presenceFrozen && !heldPresence.isEmpty()) {
            heldPresence.remove().run();
        }
    }

    /** Ends all lasting faults. */
    public void clear() {
        refusing = false;
        delayAtLeast = 0;
        delayAtMost = 0;
        duplicates = 0;
        bytesPerSecond.clear();
        failing = null;
        freezePresence(false);
    }
}
