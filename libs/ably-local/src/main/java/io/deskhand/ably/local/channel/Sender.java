package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.auth.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a frame or request.
 *
 * @param credentials its authenticated key or token
 * @param identity the clientId it acts as
 * @param connectionId its connection; null for requests
 */
public record Sender(
        Credentials credentials,
        ClientIdentity identity,
        @Nullable String connectionId) {

    public void require(String channel, String operation, String purpose) {
        credentials.capability().require(channel, operation, purpose);
    }
}
