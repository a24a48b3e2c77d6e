package io.deskhand.brain.internal.llm;

import io.deskhand.brain.TurnRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the nonce that delimits untrusted text, and the canary whose appearance in an answer reveals a leak.
 * Both come from a seed, so that a replay with the same seed sends the same request.
 */
public final class PromptSecrets {

    private final SecretKeySpec key;

    /** @param seed at least 16 bytes; random for each process in production */
    public PromptSecrets(byte[] seed) {
        if (seed.length < 16) {
            throw new IllegalArgumentException("unable to derive secrets; the seed has fewer than 16 bytes");
        }
        this.key = new SecretKeySpec(seed, "HmacSHA256");
    }

    public String nonce(TurnRequest request) {
        return "ref-" + derive("nonce", request);
    }

    String canary(TurnRequest request) {
        return "k-" + derive("canary", request);
    }

    private String derive(String purpose, TurnRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String subject = purpose + '\0' + request.ticket() + '\0' + request.turn();
            return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)), 0, 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
