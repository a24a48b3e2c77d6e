package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.auth.Credentials;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.ChannelName;
import io.deskhand.ably.local.channel.Sender;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who a request comes from, and what it may reach. */
public final class Access {

    /** An authenticated request's app and sender. */
    public record Caller(App app, Sender sender) {

        /**
         * The channel that a path names.
         *
         * @throws AblyException 40010 when no channel may have the name, 40160 when the caller may not do that there
         */
        public Channel channel(String rawName, String operation, String purpose) {
            String name = ChannelName.parse(rawName).name();
            sender.require(name, operation, purpose);
            return app.channel(name);
        }

        /**
         * The clientId that the request acts as.
         *
         * @throws AblyException 40012 when it has none
         */
        public String clientId() {
            String clientId = sender.identity().clientId();
            if (clientId == null) {
                throw Errors.invalidClientId("unable to serve request; it needs a clientId");
            }
            return clientId;
        }
    }

    private final Authenticator authenticator;
    private final Apps apps;

    public Access(Authenticator authenticator, Apps apps) {
        this.authenticator = authenticator;
        this.apps = apps;
    }

    /**
     * @throws AblyException when the credentials do not count or do not fit the clientId
     */
    public Caller caller(Request request) {
        String accessToken = request.query("accessToken");
        Credentials credentials = authenticator.of(
                request.header("Authorization"),
                request.query("key"),
                accessToken == null ? request.query("access_token") : accessToken);
        App app = apps.find(credentials.appId());
        if (app == null) {
            throw Errors.notFound("unable to serve request; no application '" + credentials.appId() + "'");
        }
        app.traffic().request();
        return new Caller(app, new Sender(credentials, ClientIdentity.of(credentials, clientId(request)), null));
    }

    private static @Nullable String clientId(Request request) {
        String header = request.header("X-Ably-ClientId");
        if (header == null) {
            return request.query("clientId");
        }
        try {
            return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.invalidClientId("unable to read X-Ably-ClientId; it must be base64");
        }
    }
}
