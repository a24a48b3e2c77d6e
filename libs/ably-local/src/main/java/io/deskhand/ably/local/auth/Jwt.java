package io.deskhand.ably.local.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.JsonWire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ably JWTs: HS256 with a key's secret, the key's name in {@code kid}. */
final class Jwt {
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final long ISSUED_LEEWAY_MS = 10_000;
    private static final double LATEST = 1e14;

    private Jwt() {}

    /**
     * @param maxTtlMs longest life accepted
     * @throws AblyException 40144 when it is malformed, forged or incomplete, 40142 when it has expired, 40400 when its key is
     *     unknown, 40003 when it lives too long
     */
    static Credentials verify(String token, Keyring keyring, long now, long maxTtlMs) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw invalid("it does not have three parts");
        }
        JsonNode header = decode(parts[0]);
        if (!"HS256".equals(text(header, "alg"))) {
            throw invalid("alg must be HS256");
        }
        String kid = text(header, "kid");
        if (kid == null) {
            throw invalid("kid is missing");
        }
        Key key = keyring.find(kid);
        if (key == null) {
            throw Errors.notFound("unable to authenticate; no application or key '" + kid + "'");
        }
        if (!Hmac.matches(key.secret(), parts[0] + "." + parts[1], bytes(parts[2]))) {
            throw invalid("signature verification failed");
        }
        return credentials(key, decode(parts[1]), now, maxTtlMs);
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
            Capability capability = asked.isTextual() ? Capability.parse(asked.textValue()) : Capability.of(asked);
            return capability.intersect(key.capability());
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

    private static JsonNode decode(String part) {
        try {
            JsonNode node = JsonWire.parse(new String(bytes(part), StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (AblyException e) {
            throw invalid("not JSON");
        }
        throw invalid("not an object");
    }

    private static byte[] bytes(String part) {
        try {
            return DECODER.decode(part);
        } catch (IllegalArgumentException e) {
            throw invalid("not base64url");
        }
    }

    private static AblyException invalid(String reason) {
        return Errors.of(40144, 401, "unable to authenticate; invalid JWT: " + reason);
    }
}
