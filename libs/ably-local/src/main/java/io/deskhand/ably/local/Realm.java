package io.deskhand.ably.local;

import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.auth.Key;
import io.deskhand.ably.local.auth.Keyring;
import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.auth.TokenRequests;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.chat.ReactionsApi;
import io.deskhand.ably.local.chat.RoomsApi;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.connection.Entrance;
import io.deskhand.ably.local.connection.FaultInjection;
import io.deskhand.ably.local.connection.Frames;
import io.deskhand.ably.local.connection.Sockets;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.rest.Access;
import io.deskhand.ably.local.rest.AppsApi;
import io.deskhand.ably.local.rest.AuthApi;
import io.deskhand.ably.local.rest.BatchApi;
import io.deskhand.ably.local.rest.ChannelsApi;
import io.deskhand.ably.local.rest.FaultsApi;
import io.deskhand.ably.local.rest.LocalPage;
import io.deskhand.ably.local.rest.MessagesApi;
import io.deskhand.ably.local.rest.Requests;
import io.deskhand.ably.local.rest.RevocationApi;
import io.deskhand.ably.local.rest.Routes;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.sources.Timers;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything behind the port, wired together: keys, apps, connections and routes. */
final class Realm {
    private static final Logger log = LoggerFactory.getLogger(AblyLocal.class);

    private final Apps apps = new Apps();
    private final FaultInjection faults;
    private final Connections connections;
    private final Sockets sockets;
    private final Requests requests;

    Realm(AblyLocalOptions options, Timers timers) {
        AblyLimits limits = options.limits();
        Retention retention = options.retention();
        InstantSource clock = options.clock();
        RandomIds ids = new RandomIds(options.random());
        long maxTokenTtl = limits.maxTokenTtl().toMillis();
        Keyring keyring = new Keyring();
        FaultPlan plan = new FaultPlan();
        AppsApi.AppSource source =
                (id, namespaces, appLimits) -> new App(id, namespaces, appLimits, retention, clock, timers, ids);
        for (String text : options.keysOrDefault()) {
            Key key = Key.parse(text);
            keyring.add(key);
            if (apps.find(key.appId()) == null) {
                apps.add(source.create(key.appId(), Map.of(), limits));
            }
        }
        Revocations revocations = new Revocations();
        Authenticator authenticator = new Authenticator(keyring, revocations, clock, maxTokenTtl);
        connections = new Connections(apps, retention, clock, timers);
        Entrance entrance = new Entrance(apps, authenticator, connections, limits, retention, clock, timers, ids, plan);
        faults = new FaultInjection(connections, plan);
        sockets = new Sockets(
                connections, entrance, new Frames(connections, entrance, ids, plan), limits, retention, clock);
        Access access = new Access(authenticator, apps);
        Routes routes = new Routes();
        new ChannelsApi(access).addTo(routes);
        MessagesApi messages = new MessagesApi(access, connections, ids);
        messages.addTo(routes);
        new BatchApi(access, messages).addTo(routes);
        new RevocationApi(access, revocations, connections, clock, timers).addTo(routes);
        new AppsApi(access, apps, keyring, connections, source, limits, ids).addTo(routes);
        new LocalPage(apps, connections).addTo(routes);
        if (options.faultsEndpoint()) {
            new FaultsApi(faults).addTo(routes);
        }
        new AuthApi(access, new TokenRequests(keyring, authenticator, clock, ids, maxTokenTtl), clock).addTo(routes);
        new RoomsApi(access, ids, clock, retention.idempotency().toMillis()).addTo(routes);
        new ReactionsApi(access, ids).addTo(routes);
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

    Sockets sockets() {
        return sockets;
    }

    Requests requests() {
        return requests;
    }

    void log(String message) {
        log.info(message);
    }
}
