package io.deskhand.ably.local.auth;

import java.util.HashMap;
import java.util.Map;

/** Which tokens of which clients no longer count. Kept for as long as a token may live. */
public final class Revocations {
    private record Target(String appId, String clientId) {}

    private final Map<Target, Long> issuedBefore = new HashMap<>();

    /** From now on tokens of the client that were issued before the time are refused. */
    public void revoke(String appId, String clientId, long before) {
        issuedBefore.merge(new Target(appId, clientId), before, Math::max);
    }

    public boolean isRevoked(Credentials credentials) {
        if (credentials.token() == null || credentials.clientId() == null || issuedBefore.isEmpty()) {
            return false;
        }
        Long before = issuedBefore.get(new Target(credentials.appId(), credentials.clientId()));
        return before != null && credentials.token().issued() < before;
    }
}
