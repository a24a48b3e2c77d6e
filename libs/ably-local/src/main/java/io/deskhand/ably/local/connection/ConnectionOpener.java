package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.auth.Credentials;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Attachment;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.ConnectionRateLimiter;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens, resumes and re-authenticates connections. */
final class ConnectionOpener {
    private static final Duration RENEWAL_NOTICE = Duration.ofSeconds(30);
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 16;

    private final Apps apps;
    private final Authenticator authenticator;
    private final Connections connections;
    private final AblyLimits limits;
    private final Retention retention;
    private final Environment environment;
    private final FaultPlan faults;

    ConnectionOpener(
            Apps apps,
            Authenticator authenticator,
            Connections connections,
            AblyLimits limits,
            Retention retention,
            Environment environment,
            FaultPlan faults) {
        this.apps = apps;
        this.authenticator = authenticator;
        this.connections = connections;
        this.limits = limits;
        this.retention = retention;
        this.environment = environment;
        this.faults = faults;
    }

    /** Whether a fault refuses all connections. */
    boolean isShut() {
        return faults.refuses();
    }

    /**
     * Opens or resumes a connection and sends CONNECTED.
     *
     * @throws AblyException when the credentials or parameters are invalid
     */
    Connection admit(Transport transport, ConnectParams params, @Nullable String authorization) {
        if (params.version() < 2) {
            throw Errors.of(40017, 400, "unable to connect; protocol version is missing or too old");
        }
        Credentials credentials = authenticator.of(authorization, params.key(), params.token());
        ClientIdentity identity = ClientIdentity.of(credentials, params.clientId());
        App app = apps.find(credentials.appId());
        if (app == null) {
            throw Errors.notFound("unable to connect; no application '" + credentials.appId() + "'");
        }
        Connection former = params.resumeKey() == null ? null : connections.findByKey(params.resumeKey());
        AblyError notice = null;
        Connection connection;
        if (former != null && former.app() == app) {
            connection = resume(former, identity);
        } else {
            if (params.resumeKey() != null) {
                notice = new AblyError(80018, 400, "unable to resume connection; invalid or unknown connection key");
            }
            app.rateLimiter().connection(connections.countOf(app));
            connection = new Connection(
                    environment.ids().next(ID_LENGTH),
                    environment.ids().next(SECRET_LENGTH),
                    app,
                    credentials,
                    identity,
                    params,
                    new ConnectionRateLimiter(limits.rates(), environment.clock()));
            connections.add(connection);
        }
        connection.authenticated(credentials, identity);
        connection.open(transport, new FaultyTransport(faults, environment), params);
        watchToken(connection);
        connection.send(connected(connection, notice));
        return connection;
    }

    private static Connection resume(Connection former, ClientIdentity identity) {
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

    /** Replaces the credentials of a connection. Attachments that they no longer permit end with an ERROR frame. */
    void reauthenticate(Connection connection, String token) {
        Credentials credentials = authenticator.token(token);
        if (!credentials.appId().equals(connection.app().id())) {
            throw Errors.incompatibleClientId("unable to authorise; the token is for another application");
        }
        String current = connection.identity().clientId();
        ClientIdentity identity = ClientIdentity.of(credentials, current);
        connection.authenticated(credentials, identity);
        connection.cancelTimers();
        watchToken(connection);
        connection.send(connected(connection, null));
        for (Attachment attachment : List.copyOf(connection.attachments())) {
            if (!attachment.restrict(credentials.capability())) {
                AblyError lost = Errors.notPermitted("stay attached").error();
                connection.detach(attachment.channel());
                connection.send(ProtocolMessage.error(
                        Action.ERROR, lost, attachment.channel().name()));
            }
        }
    }

    /** Sends AUTH shortly before the token expires, and disconnects when it has. */
    private void watchToken(Connection connection) {
        Credentials.TokenTimes times = connection.credentials().token();
        if (times == null) {
            return;
        }
        Duration left = Duration.ofMillis(Math.max(1, times.expires() - environment.now()));
        connection.later(environment
                .timers()
                .after(
                        left,
                        () -> connections.disconnect(
                                connection, Errors.tokenExpired().error())));
        if (left.compareTo(RENEWAL_NOTICE.multipliedBy(2)) > 0) {
            connection.later(environment
                    .timers()
                    .after(left.minus(RENEWAL_NOTICE), () -> connection.send(ProtocolMessage.of(Action.AUTH))));
        }
    }
}
