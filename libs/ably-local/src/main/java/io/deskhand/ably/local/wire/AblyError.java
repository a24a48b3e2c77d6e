package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error as Ably's SDKs read it.
 *
 * @param code Ably error code five-digit code; its first three digits mirror an HTTP status
 * @param statusCode the HTTP status that SDKs act on
 * @param message for a developer, of the form "unable to X; reason"
 */
public record AblyError(int code, int statusCode, String message) {

    /** The error as JSON, for frames and REST bodies. */
    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", code);
        node.put("statusCode", statusCode);
        node.put("message", message);
        node.put("href", "https://help.ably.io/error/" + code);
        return node;
    }

    /** Whether SDKs renew their token after this error. */
    public boolean isTokenError() {
        return code >= 40140 && code < 40150;
    }

    /** This error as an exception. */
    public AblyException asException() {
        return new AblyException(this);
    }
}
