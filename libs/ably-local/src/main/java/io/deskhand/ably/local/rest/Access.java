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

/** Authenticates requests. */
public final class Access {

    /** An authenticated request with its app and sender. */
    public record Caller(Request request, App app, Sender sender) {

        /**
         * The channel of this name.
         *
         * @throws AblyException 40010 when the name is invalid, 40160 when the capability does not permit the operation
         */
        public Channel channel(String rawName, String operation, String purpose) {
            String name = ChannelName.parse(rawName).name();
            sender.require(name, operation, purpose);
            return app.channel(name);
        }

        public boolean allows(String channel, String operation) {
            return sender.credentials().capability().allows(channel, operation);
        }

        /**
         * The paging parameters of the request.
         *
         * @param forwardsByDefault the order unless the request names one
         * @throws AblyException 40003 when one is out of range
         */
        public PageQuery page(boolean forwardsByDefault) {
            return PageQuery.of(request, forwardsByDefault, app.limits().maxPage());
        }

        /**
         * The clientId of the request.
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
     * The sender of a request.
     *
     * @throws AblyException when the credentials are invalid or do not match the clientId
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
        app.rateLimiter().request();
        return new Caller(
                request, app, new Sender(credentials, ClientIdentity.of(credentials, clientId(request)), null));
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
