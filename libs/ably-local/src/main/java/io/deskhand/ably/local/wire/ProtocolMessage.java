package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An outbound frame. It is encoded at most once per format, however many receivers share it; do not change it after its first
 * encoding.
 */
public final class ProtocolMessage {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private @Nullable String json;
    private @Nullable Buffer msgpack;

    private ProtocolMessage(int action) {
        node.put("action", action);
    }

    public static ProtocolMessage of(int action) {
        return new ProtocolMessage(action);
    }

    /** An ERROR, DISCONNECTED or DETACHED frame; connection-wide when it has no channel. */
    public static ProtocolMessage error(int action, AblyError error, @Nullable String channel) {
        return of(action).with("channel", channel).with("error", error.toNode());
    }

    public ProtocolMessage with(String field, @Nullable String value) {
        Fields.put(node, field, value);
        return this;
    }

    public ProtocolMessage with(String field, long value) {
        node.put(field, value);
        return this;
    }

    public ProtocolMessage with(String field, @Nullable JsonNode value) {
        Fields.put(node, field, value);
        return this;
    }

    public int action() {
        return node.get("action").intValue();
    }

    public String json() {
        String text = json;
        if (text == null) {
            text = new String(Format.JSON.encode(node), StandardCharsets.UTF_8);
            json = text;
        }
        return text;
    }

    public Buffer msgpack() {
        Buffer buffer = msgpack;
        if (buffer == null) {
            buffer = Buffer.buffer(Format.MSGPACK.encode(node));
            msgpack = buffer;
        }
        return buffer;
    }

    /** Frees the encoded forms after delivery; a later receiver needs a new encoding. */
    public void forgetEncodings() {
        json = null;
        msgpack = null;
    }

    @Override
    public String toString() {
        return json();
    }
}
