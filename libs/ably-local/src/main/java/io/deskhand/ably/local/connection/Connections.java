package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All connections of the server: look-up, disconnection, expiry. */
public final class Connections {
    static final long MAX_IDLE_MS = 15_000;
    private static final AblyError SHUTDOWN = new AblyError(80003, 400, "disconnected; the server is going away");

    private final Apps apps;
    private final Retention retention;
    private final Environment environment;
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    public Connections(Apps apps, Retention retention, Environment environment) {

        this.apps = apps;
        this.retention = retention;
        this.environment = environment;
    }

    public Collection<Connection> all() {
        return connections.values();
    }

    /** The connection that a key was issued to. */
    public @Nullable Connection findByKey(String key) {
        int mark = key.indexOf('!');
        Connection connection = mark <= 0 ? null : connections.get(key.substring(0, mark));
        return connection != null && connection.isKey(key) ? connection : null;
    }

    void add(Connection connection) {
        connections.put(connection.id(), connection);
    }

    /** The number of connected clients of an app. */
    int countOf(App app) {
        return (int) connections.values().stream()
                .filter(connection -> connection.app() == app && connection.isConnected())
                .count();
    }

    /** Sends DISCONNECTED and closes the transport. The client may resume. */
    public void disconnect(Connection connection, AblyError reason) {
        Transport transport = connection.transport();
        connection.send(ProtocolMessage.error(Action.DISCONNECTED, reason, null));
        drop(connection);
        if (transport != null) {
            transport.close();
        }
    }

    /** Cuts the transport without a frame, as a broken network would. */
    public void cut(Connection connection) {
        Transport transport = connection.transport();
        drop(connection);
        if (transport != null) {
            transport.kill();
        }
    }

    /** Handles the loss of a transport. */
    void transportClosed(Connection connection, Transport transport) {
        if (connection.uses(transport)) {
            drop(connection);
        }
    }

    private void drop(Connection connection) {
        connection.dropped();
        connection.cancelTimers();
        if (connections.get(connection.id()) != connection) {
            return;
        }
        connection.later(environment.timers().after(retention.presenceGrace(), connection::leaveEverywhere));
        connection.later(environment.timers().after(retention.connectionState(), () -> forget(connection)));
    }

    /** Ends a connection: its members leave, and it cannot be resumed. */
    public void forget(Connection connection) {
        connection.cancelTimers();
        // In this order, so that a client does not receive its own LEAVE: SDKs would not re-enter on their next
        // connection.
        connection.dropped();
        connection.leaveEverywhere();
        connections.remove(connection.id());
    }

    /** Disconnects the clients with revoked tokens. */
    public void dropRevoked(Revocations revocations) {
        AblyError reason = new AblyError(40141, 401, "disconnected; token revoked");
        for (Connection connection : new ArrayList<>(connections.values())) {
            if (connection.isConnected() && revocations.isRevoked(connection.credentials(), environment.now())) {
                disconnect(connection, reason);
            }
        }
    }

    /** Drops all connections and backlogs, as a restart would. */
    public void loseState() {
        for (Connection connection : new ArrayList<>(connections.values())) {
            Transport transport = connection.transport();
            forget(connection);
            if (transport != null) {
                transport.kill();
            }
        }
        apps.all().forEach(app -> app.channels().forEach(Channel::loseBacklog));
    }

    /** Sends a HEARTBEAT or ping to each idle client. */
    public void keepAlive() {
        ProtocolMessage heartbeat = ProtocolMessage.of(Action.HEARTBEAT);
        for (Connection connection : connections.values()) {
            Transport transport = connection.transport();
            if (transport != null) {
                transport.keepAlive(MAX_IDLE_MS / 2, heartbeat);
            }
        }
    }

    /** Disconnects all clients of an app, or of all apps when it is null. */
    public void closeAll(@Nullable App app) {
        for (Connection connection : new ArrayList<>(connections.values())) {
            if (app == null || connection.app() == app) {
                disconnect(connection, SHUTDOWN);
                connection.cancelTimers();
                connections.remove(connection.id());
            }
        }
    }
}
