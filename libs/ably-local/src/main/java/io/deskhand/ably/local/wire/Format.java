package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two encodings of a tree. Binary {@code data} is base64 text in JSON, marked in {@code encoding}.
 */
public enum Format {
    JSON("application/json"),
    MSGPACK("application/x-msgpack");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** The exact media type that SDKs compare with, without parameters. */
    public String contentType() {
        return contentType;
    }

    /** The format named by a {@code format} query parameter; JSON when absent or unknown. */
    public static Format ofParameter(@Nullable String name) {
        return "msgpack".equals(name) ? MSGPACK : JSON;
    }

    /** The format that a Content-Type or Accept header asks for first; JSON when it names neither. */
    public static Format ofHeader(@Nullable String header) {
        return header != null && header.toLowerCase(Locale.ROOT).contains("msgpack") ? MSGPACK : JSON;
    }

    public byte[] encode(JsonNode tree) {
        return switch (this) {
            case JSON -> JsonWire.encode(tree);
            case MSGPACK -> MsgpackWire.encode(tree);
        };
    }

    /**
     * The tree of an encoded value.
     *
     * @throws AblyException 40000 when the bytes are not one complete value of this format
     */
    public JsonNode decode(byte[] bytes) {
        return switch (this) {
            case JSON -> JsonWire.decode(bytes);
            case MSGPACK -> MsgpackWire.decode(bytes);
        };
    }
}
