package io.deskhand.ably.local.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The revoked tokens. */
public final class Revocations {
    private static final String CLIENT_ID = "clientId:";
    private static final String REVOCATION_KEY = "revocationKey:";
    private static final String REVOCATION_KEY_CLAIM = "x-ably-revocation-key";

    private record Revocation(long issuedBefore, long appliesAt) {}

    private final Map<String, Revocation> revoked = new HashMap<>();

    /** Whether a target has a supported type: {@code clientId:…} or {@code revocationKey:…}. */
    public static boolean isTarget(String target) {
        return target.startsWith(CLIENT_ID) && target.length() > CLIENT_ID.length()
                || target.startsWith(REVOCATION_KEY) && target.length() > REVOCATION_KEY.length();
    }

    /**
     * Revokes tokens of one key.
     *
     * @param issuedBefore only older tokens are revoked, ms since the epoch
     * @param appliesAt when the revocation takes effect
     */
    public void revoke(Key key, String target, long issuedBefore, long appliesAt) {
        revoked.put(key.name() + "\n" + target, new Revocation(issuedBefore, appliesAt));
    }

    public boolean isRevoked(Credentials credentials, long now) {
        Credentials.TokenTimes token = credentials.token();
        if (token == null || revoked.isEmpty()) {
            return false;
        }
        for (String target : targetsOf(credentials)) {
            Revocation revocation = revoked.get(credentials.key().name() + "\n" + target);
            if (revocation != null && token.issued() < revocation.issuedBefore && now >= revocation.appliesAt) {
                return true;
            }
        }
        return false;
    }

    private static List<String> targetsOf(Credentials credentials) {
        List<String> targets = new ArrayList<>(2);
        add(targets, CLIENT_ID, credentials.clientId());
        add(targets, REVOCATION_KEY, credentials.claims().get(REVOCATION_KEY_CLAIM));
        return targets;
    }

    private static void add(List<String> targets, String prefix, @Nullable String value) {
        if (value != null) {
            targets.add(prefix + value);
        }
    }
}
