package io.deskhand.ably.local.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.JsonWire;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verifies Ably JWTs: HS256 with the secret of a key, whose name is the {@code kid}. */
final class Jwt {
    private static final int MIN_KEY_BYTES = 32;
    private static final long ISSUED_LEEWAY_MS = 10_000;
    private static final double LATEST = 1e14;

    private Jwt() {}

    /**
     * The credentials that a JWT carries.
     *
     * @param maxTtlMs longest life accepted
     * @throws AblyException 40144 when it is malformed, forged or incomplete, 40142 when it has expired, 40400 when its key is
     *     unknown, 40003 when it lives too long
     */
    static Credentials verify(String token, Keyring keyring, long now, long maxTtlMs) {
        try {
            JWSObject jwt = JWSObject.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                throw invalid("alg must be HS256");
            }
            String kid = jwt.getHeader().getKeyID();
            if (kid == null) {
                throw invalid("kid is missing");
            }
            Key key = keyring.find(kid);
            if (key == null) {
                throw Errors.notFound("unable to authenticate; no application or key '" + kid + "'");
            }
            if (!jwt.verify(new MACVerifier(hmacKey(key)))) {
                throw invalid("signature verification failed");
            }
            return credentials(key, claims(jwt), now, maxTtlMs);
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw invalid("it is not a signed JWT");
        }
    }

    /** HMAC pads a short key with zeros itself; the library refuses keys below 32 bytes, which secrets may be here. */
    private static byte[] hmacKey(Key key) {
        byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(secret, Math.max(secret.length, MIN_KEY_BYTES));
    }

    private static JsonNode claims(JWSObject jwt) {
        Map<String, Object> claims = jwt.getPayload().toJSONObject();
        if (claims == null) {
            throw invalid("the payload is not a JSON object");
        }
        return JsonWire.tree(claims);
    }

    private static Credentials credentials(Key key, JsonNode claims, long now, long maxTtlMs) {
        long issued = time(claims, "iat");
        long expires = time(claims, "exp");
        if (expires <= now) {
            throw Errors.tokenExpired();
        }
        if (issued > now + ISSUED_LEEWAY_MS) {
            throw invalid("iat lies in the future");
        }
        if (expires - issued > maxTtlMs) {
            throw Errors.invalidParameter("unable to authenticate; the token's life is longer than allowed");
        }
        String clientId = text(claims, "x-ably-clientId");
        if (clientId != null && clientId.isEmpty()) {
            throw invalid("x-ably-clientId is empty");
        }
        return new Credentials(
                key,
                capability(key, claims),
                clientId,
                new Credentials.TokenTimes(issued, expires),
                userClaims(claims));
    }

    private static Capability capability(Key key, JsonNode claims) {
        JsonNode asked = Fields.any(claims, "x-ably-capability");
        if (asked == null) {
            return key.capability();
        }
        try {
            return Capability.of(asked).intersect(key.capability());
        } catch (AblyException e) {
            throw invalid("x-ably-capability is malformed");
        }
    }

    private static Map<String, String> userClaims(JsonNode claims) {
        Map<String, String> found = new HashMap<>();
        claims.properties().forEach(claim -> {
            if ((claim.getKey().startsWith("ably.") || claim.getKey().equals("x-ably-revocation-key"))
                    && claim.getValue().isTextual()) {
                found.put(claim.getKey(), claim.getValue().textValue());
            }
        });
        return Map.copyOf(found);
    }

    private static long time(JsonNode claims, String name) {
        JsonNode seconds = claims.get(name);
        if (seconds == null || !seconds.isNumber() || Math.abs(seconds.doubleValue()) > LATEST) {
            throw invalid(name + " is missing or no time");
        }
        return Math.round(seconds.doubleValue() * 1000);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = Fields.any(node, name);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private static AblyException invalid(String reason) {
        return Errors.of(40144, 401, "unable to authenticate; invalid JWT: " + reason);
    }
}
