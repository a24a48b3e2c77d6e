package io.deskhand.ably.local.auth;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Authenticates a key, a token of this server, or a JWT. */
public final class Authenticator {
    private final Keyring keyring;
    private final Revocations revocations;
    private final InstantSource clock;
    private final long maxTokenTtlMs;

    public Authenticator(Keyring keyring, Revocations revocations, InstantSource clock, long maxTokenTtlMs) {
        this.keyring = keyring;
        this.revocations = revocations;
        this.clock = clock;
        this.maxTokenTtlMs = maxTokenTtlMs;
    }

    /**
     * The credentials of a key.
     *
     * @param key {@code appId.keyId:secret}
     * @throws AblyException 40005 when malformed, 40101 when unknown or the secret is wrong
     */
    public Credentials key(String key) {
        int colon = key.indexOf(':');
        if (colon <= 0 || key.lastIndexOf('.', colon) <= 0) {
            throw Errors.of(40005, 400, "unable to authenticate; malformed key");
        }
        Key known = keyring.find(key.substring(0, colon));
        if (known == null || !same(known.secret(), key.substring(colon + 1))) {
            throw Errors.invalidCredentials("unable to authenticate; invalid key");
        }
        return Credentials.ofKey(known);
    }

    /**
     * The credentials of a token.
     *
     * @throws AblyException 4014x when the token is invalid, 40400 when a JWT names an unknown key
     */
    public Credentials token(String token) {
        long now = clock.millis();
        Credentials credentials;
        if (AblyToken.looksLike(token)) {
            credentials = AblyToken.verify(token, keyring, now);
        } else if (token.indexOf('.') > 0 && token.startsWith("ey")) {
            credentials = Jwt.verify(token, keyring, now, maxTokenTtlMs);
        } else {
            throw Errors.of(40145, 401, "unable to authenticate; invalid token");
        }
        if (revocations.isRevoked(credentials, now)) {
            throw Errors.of(40141, 401, "unable to authenticate; token revoked");
        }
        return credentials;
    }

    /**
     * The credentials of a request or an upgrade: an Authorization header, else {@code key}, {@code accessToken} or {@code
     * access_token}.
     *
     * @throws AblyException 40101 when there is nothing, or as {@link #key} and {@link #token}
     */
    public Credentials of(@Nullable String authorization, @Nullable String key, @Nullable String token) {
        if (authorization != null) {
            return header(authorization);
        }
        if (key != null) {
            return key(key);
        }
        if (token != null) {
            return token(token);
        }
        throw Errors.invalidCredentials("unable to authenticate; no key or token given");
    }

    private Credentials header(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? authorization : authorization.substring(0, space);
        String value = authorization.substring(space + 1).trim();
        if (scheme.equalsIgnoreCase("basic")) {
            return key(decoded(value));
        }
        if (scheme.equalsIgnoreCase("bearer")) {
            boolean plain = value.indexOf('.') > 0 || AblyToken.looksLike(value);
            return token(plain ? value : decoded(value));
        }
        throw Errors.of(40005, 400, "unable to authenticate; use Basic or Bearer");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.of(40005, 400, "unable to authenticate; the header is not base64");
        }
    }

    private static boolean same(String a, String b) {
        return java.security.MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
