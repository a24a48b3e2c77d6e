package io.deskhand.ably.local.auth;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import org.jspecify.annotations.Nullable;

/**
 * The clientId of a connection or request.
 *
 * @param clientId null when anonymous or wildcard
 * @param wildcard whether each message may name any clientId
 */
public record ClientIdentity(@Nullable String clientId, boolean wildcard) {
    private static final String ANY = "*";

    /**
     * The identity from credentials and a requested clientId.
     *
     * @throws AblyException 40102 when the token is for another clientId or for none, 40012 for an invalid clientId
     */
    public static ClientIdentity of(Credentials credentials, @Nullable String requested) {
        if (requested != null && requested.isEmpty()) {
            throw Errors.invalidClientId("unable to use clientId; it is empty");
        }
        String proved = credentials.clientId();
        if (requested == null || requested.equals(ANY)) {
            boolean free = credentials.isBasic() || ANY.equals(proved);
            return new ClientIdentity(free ? null : proved, free);
        }
        if (credentials.isBasic() || ANY.equals(proved) || requested.equals(proved)) {
            return new ClientIdentity(requested, false);
        }
        throw Errors.incompatibleClientId(
                "unable to use clientId '" + requested + "'; the token does not stand for that client");
    }

    /** The clientId for CONNECTED: a concrete id, {@code *}, or null for an anonymous client. */
    public @Nullable String announced() {
        return wildcard ? ANY : clientId;
    }

    /**
     * The clientId of one message.
     *
     * @throws AblyException 40012 when this identity does not permit the named clientId
     */
    public @Nullable String stamp(@Nullable String named) {
        if (named == null || named.equals(clientId)) {
            return clientId;
        }
        if (!wildcard || named.isEmpty() || named.equals(ANY)) {
            throw Errors.invalidClientId("unable to use clientId '" + named + "' on a message; mismatched or invalid");
        }
        return named;
    }
}
