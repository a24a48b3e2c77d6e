package io.deskhand.ably.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.JsonWire;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JWTs as an application server would. */
final class Jwts {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Jwts() {}

    /** A JWT of the default key that lives from now on. */
    static String of(double ttlSeconds, String claims, Object... arguments) {
        double now = InstantSource.system().millis() / 1000.0;
        ObjectNode all = Raw.json("{}").put("iat", now).put("exp", now + ttlSeconds);
        all.setAll(Raw.json(claims, arguments));
        return signed(Raw.json("{'typ':'JWT','alg':'HS256','kid':'app.key'}"), all, "secret");
    }

    static String signed(ObjectNode header, ObjectNode claims, String secret) {
        String head = part(header) + "." + part(claims);
        return head + "." + ENCODER.encodeToString(hmac(secret, head));
    }

    static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(ObjectNode node) {
        return ENCODER.encodeToString(JsonWire.text(node).getBytes(StandardCharsets.UTF_8));
    }
}
