package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Delays and duplicates the frames to a transport as the faults demand, but never reorders them. */
final class FaultyTransport {
    private record Held(ProtocolMessage frame, int size, long due) {}

    private final FaultPlan faults;
    private final Environment environment;
    private final Deque<Held> held = new ArrayDeque<>();
    private Timers.@Nullable Pending pending;
    private long lastDue;
    private long bytes;

    FaultyTransport(FaultPlan faults, Environment environment) {
        this.faults = faults;
        this.environment = environment;
    }

    boolean isClear() {
        return held.isEmpty() && faults.deliversPlainly();
    }

    long bytes() {
        return bytes;
    }

    void send(ProtocolMessage frame, Connection connection, Transport transport) {
        long rate = faults.rateOf(connection.id(), connection.identity().clientId());
        int size = transport.sizeOf(frame);
        for (int copy = faults.nextCopies(frame.action()); copy > 0; copy--) {
            long now = environment.now();
            long earliest = Math.max(lastDue, now + faults.nextDelay());
            lastDue = rate == 0 ? earliest : earliest + Math.max(1, size * 1000L / rate);
            held.add(new Held(frame, size, lastDue));
            bytes += size;
        }
        if (bytes > transport.outboundBytes()) {
            held.clear();
            transport.kill();
            return;
        }
        release(transport);
    }

    private void release(Transport transport) {
        long now = environment.now();
        while (!held.isEmpty() && held.getFirst().due <= now) {
            Held next = held.removeFirst();
            bytes -= next.size;
            transport.send(next.frame);
        }
        if (!held.isEmpty() && pending == null) {
            pending = environment.timers().after(Duration.ofMillis(held.getFirst().due - now), () -> {
                pending = null;
                release(transport);
            });
        }
    }
}
