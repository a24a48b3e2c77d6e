package io.deskhand.ably.local.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated credentials of a client.
 *
 * @param key the key, or the key that signed the token
 * @param clientId the clientId of a token: concrete, {@code *}, or null; always null for a key
 * @param token null for a key
 * @param claims string claims of a JWT, by name
 */
public record Credentials(
        Key key,
        Capability capability,
        @Nullable String clientId,
        @Nullable TokenTimes token,
        Map<String, String> claims) {
    private static final String ROOM_CLAIM = "ably.room.";
    private static final String CHANNEL_CLAIM = "ably.channel.";

    /** Issue and expiry of a token, ms since the epoch. */
    public record TokenTimes(long issued, long expires) {}

    static Credentials ofKey(Key key) {
        return new Credentials(key, key.capability(), null, null, Map.of());
    }

    public boolean isBasic() {
        return token == null;
    }

    public String appId() {
        return key.appId();
    }

    /** The user claim of the token for a channel, or for the room of a chat channel. The most specific one wins. */
    public @Nullable String userClaim(String channel) {
        if (claims.isEmpty()) {
            return null;
        }
        boolean chat = channel.endsWith(ResourcePattern.CHAT_SUFFIX);
        String claim = chat
                ? claim(ROOM_CLAIM, channel.substring(0, channel.length() - ResourcePattern.CHAT_SUFFIX.length()))
                : null;
        return claim != null ? claim : claim(CHANNEL_CLAIM, channel);
    }

    private @Nullable String claim(String prefix, String name) {
        String exact = claims.get(prefix + name);
        if (exact != null) {
            return exact;
        }
        ResourcePattern target = ResourcePattern.of(name);
        String best = null;
        int bestSpecificity = -1;
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            if (!claim.getKey().startsWith(prefix)) {
                continue;
            }
            ResourcePattern pattern = ResourcePattern.of(claim.getKey().substring(prefix.length()));
            if (pattern.covers(target) && pattern.specificity() > bestSpecificity) {
                best = claim.getValue();
                bestSpecificity = pattern.specificity();
            }
        }
        return best;
    }
}
