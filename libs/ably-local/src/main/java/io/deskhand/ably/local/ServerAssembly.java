package io.deskhand.ably.local;

import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.auth.Key;
import io.deskhand.ably.local.auth.Keyring;
import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.auth.TokenRequests;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.chat.RoomsApi;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.connection.FaultInjection;
import io.deskhand.ably.local.connection.WebSockets;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.rest.Access;
import io.deskhand.ably.local.rest.Requests;
import io.deskhand.ably.local.rest.RestApi;
import io.deskhand.ably.local.rest.Routes;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.sources.Timers;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the server: keys, apps, connections and routes. */
final class ServerAssembly {
    private static final Logger log = LoggerFactory.getLogger(AblyLocal.class);

    private final Apps apps;
    private final FaultInjection faults;
    private final Connections connections;
    private final WebSockets sockets;
    private final Requests requests;

    ServerAssembly(AblyLocalOptions options, Timers timers) {
        AblyLimits limits = options.limits();
        Retention retention = options.retention();
        Environment environment = new Environment(options.clock(), timers, new RandomIds(options.random()));
        apps = new Apps(retention, environment);
        Keyring keyring = new Keyring();
        for (String text : options.keysOrDefault()) {
            Key key = Key.parse(text);
            keyring.add(key);
            if (apps.find(key.appId()) == null) {
                apps.add(apps.create(key.appId(), Map.of(), limits));
            }
        }
        Revocations revocations = new Revocations();
        long maxTokenTtl = limits.maxTokenTtl().toMillis();
        Authenticator authenticator = new Authenticator(keyring, revocations, environment.clock(), maxTokenTtl);
        TokenRequests tokens =
                new TokenRequests(keyring, authenticator, environment.clock(), environment.ids(), maxTokenTtl);
        FaultPlan plan = new FaultPlan();
        connections = new Connections(apps, retention, environment);
        faults = new FaultInjection(connections, plan);
        sockets = new WebSockets(apps, authenticator, connections, limits, retention, environment, plan);
        Access access = new Access(authenticator, apps);
        Routes routes = new Routes();
        RestApi.addTo(routes, access, apps, connections, keyring, revocations, tokens, limits, environment);
        new RoomsApi(access, environment, retention.idempotency()).addTo(routes);
        if (options.faultsEndpoint()) {
            RestApi.addFaultsTo(routes, faults);
        }
        requests = new Requests(routes, plan, 2 * limits.maxFrameSize());
    }

    void forgetExpired() {
        apps.all().forEach(App::forgetExpired);
    }

    Connections connections() {
        return connections;
    }

    FaultInjection faults() {
        return faults;
    }

    WebSockets sockets() {
        return sockets;
    }

    Requests requests() {
        return requests;
    }

    void log(String message) {
        log.info(message);
    }
}
