package io.deskhand.ably.local.auth;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;

/**
 * An API key.
 *
 * @param name {@code <appId>.<keyId>}
 * @param revocable whether its tokens can be revoked
 */
public record Key(String name, String secret, Capability capability, boolean revocable) {

    /**
     * Reads {@code appId.keyId:secret}.
     *
     * @throws AblyException 40005 when it does not have that form
     */
    public static Key parse(String text) {
        int colon = text.indexOf(':');
        int dot = text.indexOf('.');
        if (dot <= 0 || colon <= dot + 1 || colon == text.length() - 1) {
            throw Errors.of(40005, 400, "unable to read key; it must have the form appId.keyId:secret");
        }
        return new Key(text.substring(0, colon), text.substring(colon + 1), Capability.all(), true);
    }

    public String appId() {
        return name.substring(0, name.indexOf('.'));
    }

    @Override
    public String toString() {
        return name + ":…";
    }
}
