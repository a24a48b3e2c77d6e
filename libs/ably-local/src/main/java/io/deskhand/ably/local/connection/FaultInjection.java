package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.faults.ServerFault;
import java.util.ArrayList;

/** Injects faults: at once, or through the plan that connections and requests consult. */
public final class FaultInjection {
    private final Connections connections;
    private final FaultPlan plan;

    public FaultInjection(Connections connections, FaultPlan plan) {
        this.connections = connections;
        this.plan = plan;
    }

    public void inject(ServerFault fault) {
        switch (fault) {
            case ServerFault.Drop drop -> drop(drop.connectionOrClientId());
            case ServerFault.DropAll all -> new ArrayList<>(connections.all()).forEach(connections::cut);
            case ServerFault.Refuse refuse -> plan.refuse(refuse.refusing());
            case ServerFault.Delay delay -> plan.delay(delay.atLeast(), delay.atMost());
            case ServerFault.Duplicate duplicate -> plan.duplicate(duplicate.probability());
            case ServerFault.LoseState lose -> connections.loseState();
            case ServerFault.SlowDown slow -> plan.slowDown(slow.connectionOrClientId(), slow.bytesPerSecond());
            case ServerFault.FailRequests fail -> plan.failRequests(fail);
            case ServerFault.FreezePresence freeze -> plan.freezePresence(freeze.frozen());
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
