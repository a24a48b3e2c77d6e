package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.auth.Keyring;
import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.auth.TokenRequests;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.connection.FaultInjection;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.sources.Environment;

/** Ably's REST endpoints, the provisioning of test apps, and the pages and faults below {@code /_local}. */
public final class RestApi {

    private RestApi() {}

    /** Adds the routes that every server has. */
    public static void addTo(
            Routes routes,
            Access access,
            Apps apps,
            Connections connections,
            Keyring keyring,
            Revocations revocations,
            TokenRequests tokens,
            AblyLimits limits,
            Environment environment) {
        MessagesApi messages = new MessagesApi(access, connections, environment.ids());
        messages.addTo(routes);
        new ChannelsApi(access).addTo(routes);
        new BatchApi(access, messages).addTo(routes);
        new AuthApi(access, tokens, environment.clock()).addTo(routes);
        new RevocationApi(access, revocations, connections, environment).addTo(routes);
        new AppsApi(access, apps, keyring, connections, limits, environment.ids()).addTo(routes);
        new LocalPage(apps, connections).addTo(routes);
    }

    /** Adds {@code /_local/faults}. */
    public static void addFaultsTo(Routes routes, FaultInjection injection) {
        new FaultsApi(injection).addTo(routes);
    }
}
