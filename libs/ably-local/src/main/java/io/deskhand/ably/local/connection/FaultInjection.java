package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.faults.Fault;
import io.deskhand.ably.local.faults.FaultPlan;
import java.util.ArrayList;

/** Makes a fault happen: at once, or by the plan that connections and requests look at. */
public final class FaultInjection {
    private final Connections connections;
    private final FaultPlan plan;

    public FaultInjection(Connections connections, FaultPlan plan) {
        this.connections = connections;
        this.plan = plan;
    }

    public void inject(Fault fault) {
        switch (fault) {
            case Fault.Drop drop -> drop(drop.connectionOrClientId());
            case Fault.DropAll all -> new ArrayList<>(connections.all()).forEach(connections::cut);
            case Fault.Refuse refuse -> plan.refuse(refuse.refusing());
            case Fault.Delay delay -> plan.delay(delay.atLeast(), delay.atMost());
            case Fault.Duplicate duplicate -> plan.duplicate(duplicate.probability());
            case Fault.LoseState lose -> connections.loseState();
            case Fault.SlowDown slow -> plan.slowDown(slow.connectionOrClientId(), slow.bytesPerSecond());
            case Fault.FailRequests fail -> plan.failRequests(fail);
            case Fault.FreezePresence freeze -> plan.freezePresence(freeze.frozen());
        }
    }

    private void drop(String connectionOrClientId) {
        for (Connection connection : new ArrayList<>(connections.all())) {
            if (connectionOrClientId.equals(connection.id())
                    || connectionOrClientId.equals(connection.identity().clientId())) {
                connections.cut(connection);
            }
        }
    }

    public void seed(long seed) {
        plan.seed(seed);
    }

    public void clear() {
        plan.clear();
    }
}
