package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.auth.Credentials;
import io.deskhand.ably.local.auth.Identity;
import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.Limits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Ids;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All connections: how they begin, come back, are told to go, and end. */
public final class Connections {
    static final long MAX_IDLE_MS = 15_000;
    private static final Duration RENEWAL_NOTICE = Duration.ofSeconds(30);
    private static final AblyError SHUTDOWN = new AblyError(80003, 400, "disconnected; the server is going away");

    private final Apps apps;
    private final Authenticator authenticator;
    private final Limits limits;
    private final Retention retention;
    private final InstantSource clock;
    private final Timers timers;
    private final Ids ids;
    private final FaultPlan faults;
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    public Connections(
            Apps apps,
            Authenticator authenticator,
            Limits limits,
            Retention retention,
            InstantSource clock,
            Timers timers,
            Ids ids,
            FaultPlan faults) {
        this.apps = apps;
        this.authenticator = authenticator;
        this.limits = limits;
        this.retention = retention;
        this.clock = clock;
        this.timers = timers;
        this.ids = ids;
        this.faults = faults;
    }

    public Collection<Connection> all() {
        return connections.values();
    }

    public @Nullable Connection find(String id) {
        return connections.get(id);
    }

    /** The connection that a key was issued to. */
    public @Nullable Connection findByKey(String key) {
        int mark = key.indexOf('!');
        Connection connection = mark <= 0 ? null : connections.get(key.substring(0, mark));
        return connection != null && connection.isKey(key) ? connection : null;
    }

    /**
     * Opens a connection, or gives a dropped one back, and says so to the client.
     *
     * @throws AblyException when the credentials do not allow it
     */
    Connection open(Transport transport, ConnectParams params, @Nullable String authorization) {
        if (params.version() < 2) {
            throw Errors.of(40017, 400, "unable to connect; protocol version is missing or too old");
        }
        Credentials credentials = authenticator.of(authorization, params.key(), params.token());
        Identity identity = Identity.of(credentials, params.clientId());
        App app = apps.find(credentials.appId());
        if (app == null) {
            throw Errors.notFound("unable to connect; no application '" + credentials.appId() + "'");
        }
        Connection former = params.resumeKey() == null ? null : findByKey(params.resumeKey());
        AblyError notice = null;
        Connection connection;
        if (former != null && former.app() == app) {
            connection = resume(former, identity);
        } else {
            if (params.resumeKey() != null) {
                notice = new AblyError(80018, 400, "unable to resume connection; invalid or unknown connection key");
            }
            app.traffic().connection(countOf(app));
            connection = new Connection(
                    ids.next(12),
                    ids.next(16),
                    app,
                    credentials,
                    identity,
                    params,
                    new ConnectionMeter(limits.rates(), clock));
            connections.put(connection.id(), connection);
        }
        connection.authenticated(credentials, identity);
        connection.open(transport, new LaggingLink(faults, timers, clock), params);
        watchToken(connection);
        connection.send(connected(connection, notice));
        return connection;
    }

    private int countOf(App app) {
        return (int) connections.values().stream()
                .filter(connection -> connection.app() == app && connection.isConnected())
                .count();
    }

    private static Connection resume(Connection former, Identity identity) {
        String mine = identity.clientId();
        String theirs = former.identity().clientId();
        if (mine != null && theirs != null && !mine.equals(theirs)) {
            throw Errors.incompatibleClientId("unable to resume connection; it belongs to another client");
        }
        Transport old = former.transport();
        if (old != null) {
            former.send(ProtocolMessage.error(
                    Action.DISCONNECTED,
                    new AblyError(80016, 410, "disconnected; another transport took the connection over"),
                    null));
            old.close();
            former.dropped();
        }
        former.cancelTimers();
        return former;
    }

    private ProtocolMessage connected(Connection connection, @Nullable AblyError notice) {
        ProtocolMessage frame = ProtocolMessage.of(Action.CONNECTED).with("connectionId", connection.id());
        frame.with("connectionKey", connection.key());
        frame.with("connectionDetails", ConnectionDetails.of(connection, limits, retention));
        return frame.with("error", notice == null ? null : notice.toNode());
    }

    /** Takes new credentials on a live connection; attachments that they no longer allow end with an error. */
    void reauthenticate(Connection connection, String token) {
        Credentials credentials = authenticator.token(token);
        if (!credentials.appId().equals(connection.app().id())) {
            throw Errors.incompatibleClientId("unable to authorise; the token is for another application");
        }
        String current = connection.identity().clientId();
        Identity identity = Identity.of(credentials, current);
        connection.authenticated(credentials, identity);
        connection.cancelTimers();
        watchToken(connection);
        connection.send(connected(connection, null));
        for (var attachment : List.copyOf(connection.attachments())) {
            if (!attachment.restrict(credentials.capability())) {
                AblyError lost = Errors.notPermitted("stay attached").error();
                connection.detach(attachment.channel());
                connection.send(ProtocolMessage.error(
                        Action.ERROR, lost, attachment.channel().name()));
            }
        }
    }

    /** Asks for a new token shortly before the present one ends, and disconnects when it has. */
    private void watchToken(Connection connection) {
        Credentials.TokenTimes times = connection.credentials().token();
        if (times == null) {
            return;
        }
        Duration left = Duration.ofMillis(Math.max(1, times.expires() - clock.millis()));
        connection.later(timers.after(
                left, () -> disconnect(connection, Errors.tokenExpired().error())));
        if (left.compareTo(RENEWAL_NOTICE.multipliedBy(2)) > 0) {
            connection.later(
                    timers.after(left.minus(RENEWAL_NOTICE), () -> connection.send(ProtocolMessage.of(Action.AUTH))));
        }
    }

    /** Tells a client to go, for a reason that it may overcome, and keeps its connection for it. */
    public void disconnect(Connection connection, AblyError reason) {
        Transport transport = connection.transport();
        connection.send(ProtocolMessage.error(Action.DISCONNECTED, reason, null));
        drop(connection);
        if (transport != null) {
            transport.close();
        }
    }

    /** Cuts a connection's transport without a word, as a broken network would. */
    public void cut(Connection connection) {
        Transport transport = connection.transport();
        drop(connection);
        if (transport != null) {
            transport.kill();
        }
    }

    /** The transport went away on its own. */
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
        connection.later(timers.after(retention.presenceGrace(), connection::leaveEverywhere));
        connection.later(timers.after(retention.connectionState(), () -> forget(connection)));
    }

    /** Ends a connection at once: its members leave, it cannot be resumed. */
    public void forget(Connection connection) {
        connection.cancelTimers();
        // In this order, so that nobody hears of its own leave: SDKs would not enter again on their next connection.
        connection.dropped();
        connection.leaveEverywhere();
        connections.remove(connection.id());
    }

    /** Disconnects all whose tokens no longer count. */
    public void dropRevoked(Revocations revocations) {
        AblyError reason = new AblyError(40141, 401, "disconnected; token revoked");
        for (Connection connection : new ArrayList<>(connections.values())) {
            if (connection.isConnected() && revocations.isRevoked(connection.credentials(), clock.millis())) {
                disconnect(connection, reason);
            }
        }
    }

    /** Forgets all connections, and what channels keep for resuming, as a server that lost its memory. */
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

    /** Whether a fault forbids new transports at present. */
    boolean refuses() {
        return faults.refuses();
    }

    /** Sends signs of life where nothing else was sent. */
    public void keepAlive() {
        ProtocolMessage heartbeat = ProtocolMessage.of(Action.HEARTBEAT);
        for (Connection connection : connections.values()) {
            Transport transport = connection.transport();
            if (transport != null) {
                transport.keepAlive(MAX_IDLE_MS / 2, heartbeat);
            }
        }
    }

    /** Ends all connections of an app, or of all apps. */
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
