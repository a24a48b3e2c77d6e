package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.auth.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on a channel.
 *
 * @param credentials what allows it
 * @param identity as whom
 * @param connectionId the connection it comes from; none for requests
 */
public record Sender(
        Credentials credentials,
        ClientIdentity identity,
        @Nullable String connectionId) {

    public void require(String channel, String operation, String purpose) {
        credentials.capability().require(channel, operation, purpose);
    }
}
