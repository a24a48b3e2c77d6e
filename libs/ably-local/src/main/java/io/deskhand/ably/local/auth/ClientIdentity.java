package io.deskhand.ably.local.auth;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import org.jspecify.annotations.Nullable;

/**
 * As whom a connection or request acts.
 *
 * @param clientId the one client it is, or nothing
 * @param wildcard whether it may name any client on each message
 */
public record ClientIdentity(@Nullable String clientId, boolean wildcard) {
    private static final String ANY = "*";

    /**
     * Settles credentials with the clientId that the client asks for.
     *
     * @throws AblyException 40102 when the token stands for another client or for none, 40012 for an impossible clientId
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

    /** What CONNECTED tells the SDK: a concrete id, {@code *}, or nothing for an anonymous client. */
    public @Nullable String announced() {
        return wildcard ? ANY : clientId;
    }

    /**
     * The clientId of one message.
     *
     * @throws AblyException 40012 when the message names a client that this identity may not speak for
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
