package io.deskhand.service.http;

import io.deskhand.realtime.RealtimeTokens;
import java.time.Instant;

/**
 * A token for Ably's SDK.
 *
 * @param token an Ably JWT
 */
public record RealtimeToken(String token, String clientId, Instant expiresAt) {

    public static RealtimeToken of(RealtimeTokens.Token token) {
        return new RealtimeToken(token.token(), token.clientId(), token.expiresAt());
    }

    @Override
    public String toString() {
        return "RealtimeToken[" + clientId + "]";
    }
}
