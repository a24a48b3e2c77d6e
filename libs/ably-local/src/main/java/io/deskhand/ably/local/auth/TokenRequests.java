package io.deskhand.ably.local.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues tokens for signed token requests, and for unsigned ones with key authentication. */
public final class TokenRequests {
    private static final long DEFAULT_TTL_MS = 3_600_000;
    private static final long CLOCK_TOLERANCE_MS = 120_000;
    private static final int NONCES_KEPT = 100_000;

    private final Keyring keyring;
    private final Authenticator authenticator;
    private final InstantSource clock;
    private final RandomIds ids;
    private final long maxTtlMs;
    private final Map<String, Long> nonces = new LinkedHashMap<>();

    public TokenRequests(
            Keyring keyring, Authenticator authenticator, InstantSource clock, RandomIds ids, long maxTtlMs) {
        this.keyring = keyring;
        this.authenticator = authenticator;
        this.clock = clock;
        this.ids = ids;
        this.maxTtlMs = maxTtlMs;
    }

    /**
     * The TokenDetails of a new token.
     *
     * @param keyName from the path
     * @param request a TokenRequest or plain token parameters
     * @param authorization needed when the request is not signed
     * @return TokenDetails
     * @throws AblyException 40003, 40012, 40101, 40104, 40105 or 40160
     */
    public ObjectNode issue(String keyName, JsonNode request, @Nullable String authorization) {
        if (!request.isObject()) {
            throw Errors.invalidBody("unable to issue token; the request must be an object");
        }
        String named = Fields.text(request, "keyName");
        if (named != null && !named.equals(keyName)) {
            throw Errors.invalidCredentials("unable to issue token; keyName differs from the path");
        }
        boolean signed = Fields.any(request, "mac") != null;
        Key key = signed ? signer(keyName, request) : shown(keyName, authorization);
        long ttl = ttl(request);
        String clientId = Fields.text(request, "clientId");
        if (clientId != null && clientId.isEmpty()) {
            throw Errors.invalidClientId("unable to issue token; clientId is empty");
        }
        Capability capability = capability(key, request);
        if (signed) {
            checkFresh(request);
        }
        long now = clock.millis();
        return details(key, capability, clientId, new Credentials.TokenTimes(now, now + ttl));
    }

    private ObjectNode details(
            Key key, Capability capability, @Nullable String clientId, Credentials.TokenTimes times) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("token", AblyToken.issue(key, capability, clientId, times, ids));
        details.put("keyName", key.name());
        details.put("issued", times.issued());
        details.put("expires", times.expires());
        details.put("capability", capability.text());
        Fields.put(details, "clientId", clientId);
        return details;
    }

    private Key shown(String keyName, @Nullable String authorization) {
        Credentials credentials = authenticator.of(authorization, null, null);
        if (!credentials.isBasic() || !credentials.key().name().equals(keyName)) {
            throw Errors.invalidCredentials("unable to issue token; the request needs the key's own credentials");
        }
        return credentials.key();
    }

    private Key signer(String keyName, JsonNode request) {
        Key key = keyring.find(keyName);
        if (key == null) {
            throw Errors.of(40400, 404, "unable to issue token; no key '" + keyName + "'");
        }
        StringBuilder signed = new StringBuilder(keyName).append('\n');
        for (String field : new String[] {"ttl", "capability", "clientId", "timestamp", "nonce"}) {
            JsonNode value = Fields.any(request, field);
            signed.append(value == null ? "" : value.asText()).append('\n');
        }
        String mac = Fields.text(request, "mac");
        try {
            if (mac != null
                    && Hmac.matches(
                            key.secret(), signed.toString(), Base64.getDecoder().decode(mac))) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw Errors.invalidCredentials("unable to issue token; mac is not base64");
        }
        throw Errors.invalidCredentials("unable to issue token; mac does not match");
    }

    private long ttl(JsonNode request) {
        Long ttl = Fields.integer(request, "ttl");
        if (ttl == null) {
            return DEFAULT_TTL_MS;
        }
        if (ttl <= 0 || ttl > maxTtlMs) {
            throw Errors.invalidParameter("unable to issue token; ttl must lie between 1 and " + maxTtlMs + " ms");
        }
        return ttl;
    }

    private static Capability capability(Key key, JsonNode request) {
        JsonNode asked = Fields.any(request, "capability");
        if (asked == null || asked.isTextual() && asked.textValue().isEmpty()) {
            return key.capability();
        }
        Capability granted = Capability.of(asked).intersect(key.capability());
        if (granted.isEmpty()) {
            throw Errors.notPermitted("issue token");
        }
        return granted;
    }

    private void checkFresh(JsonNode request) {
        long now = clock.millis();
        Long timestamp = Fields.integer(request, "timestamp");
        if (timestamp == null || Math.abs(timestamp - now) > CLOCK_TOLERANCE_MS) {
            throw Errors.of(40104, 401, "unable to issue token; timestamp is not current");
        }
        String nonce = Fields.text(request, "nonce");
        if (nonce == null || nonce.isEmpty()) {
            throw Errors.of(40105, 401, "unable to issue token; nonce is missing");
        }
        forgetOldNonces(now);
        if (nonces.putIfAbsent(nonce, now) != null) {
            throw Errors.of(40105, 401, "unable to issue token; nonce was used before");
        }
    }

    private void forgetOldNonces(long now) {
        Iterator<Long> oldest = nonces.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next() > now - 2 * CLOCK_TOLERANCE_MS && nonces.size() < NONCES_KEPT) {
                return;
            }
            oldest.remove();
        }
    }
}
