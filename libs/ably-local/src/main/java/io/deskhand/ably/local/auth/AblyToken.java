package io.deskhand.ably.local.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.JsonWire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that this server issues: {@code <appId>.<payload>~<signature>}. They are self-contained, so they stay valid after
 * a restart; for clients they are opaque.
 */
final class AblyToken {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private AblyToken() {}

    static boolean looksLike(String token) {
        return token.indexOf('~') > 0;
    }

    static String issue(
            Key key, Capability capability, @Nullable String clientId, Credentials.TokenTimes times, RandomIds ids) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("k", key.name());
        payload.put("i", times.issued());
        payload.put("e", times.expires());
        payload.put("c", capability.text());
        Fields.put(payload, "u", clientId);
        payload.put("n", ids.next(12));
        String head = key.appId() + "."
                + ENCODER.encodeToString(JsonWire.text(payload).getBytes(StandardCharsets.UTF_8));
        return head + "~" + ENCODER.encodeToString(Hmac.sign(key.secret(), head));
    }

    /**
     * The credentials that a token of this server carries.
     *
     * @throws AblyException 40145 when it is malformed or forged, 40142 when it has expired
     */
    static Credentials verify(String token, Keyring keyring, long now) {
        try {
            int tilde = token.indexOf('~');
            String head = token.substring(0, tilde);
            byte[] payload = DECODER.decode(head.substring(head.indexOf('.') + 1));
            JsonNode fields = JsonWire.parse(new String(payload, StandardCharsets.UTF_8));
            String keyName = Fields.text(fields, "k");
            Key key = keyName == null ? null : keyring.find(keyName);
            if (key == null || !Hmac.matches(key.secret(), head, DECODER.decode(token.substring(tilde + 1)))) {
                throw unrecognised();
            }
            Long issued = Fields.integer(fields, "i");
            Long expires = Fields.integer(fields, "e");
            String capability = Fields.text(fields, "c");
            if (issued == null || expires == null || capability == null) {
                throw unrecognised();
            }
            if (expires <= now) {
                throw Errors.tokenExpired();
            }
            return new Credentials(
                    key,
                    Capability.parse(capability),
                    Fields.text(fields, "u"),
                    new Credentials.TokenTimes(issued, expires),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw unrecognised();
        }
    }

    private static AblyException unrecognised() {
        return Errors.of(40145, 401, "unable to authenticate; the token is not one of this server's");
    }
}
