package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The data of a message, member or annotation, independent of the format: base64 is decoded on input, and {@link JsonWire} adds
 * it again on output. All other encodings are opaque.
 *
 * @param data a text node or a binary node, or nothing
 * @param encoding the chain of encodings without base64
 */
public record Payload(@Nullable JsonNode data, @Nullable String encoding) {
    public static final Payload EMPTY = new Payload(null, null);

    /** A payload with the JSON text of a tree and encoding {@code json}. */
    public static Payload json(JsonNode tree) {
        return new Payload(TextNode.valueOf(JsonWire.text(tree)), "json");
    }

    /**
     * Reads {@code data} and {@code encoding} of an inbound entry.
     *
     * @throws AblyException 40013 when data is neither text, binary nor a JSON object or array
     */
    public static Payload of(JsonNode entry) {
        JsonNode data = Fields.any(entry, "data");
        String encoding = Fields.text(entry, "encoding");
        if (data == null) {
            return encoding == null ? EMPTY : new Payload(null, encoding);
        }
        if (data.isBinary()) {
            return new Payload(data, encoding);
        }
        if (data.isTextual()) {
            return "base64".equals(lastOf(encoding)) ? decoded(data, encoding) : new Payload(data, encoding);
        }
        if (data.isContainerNode()) {
            return new Payload(TextNode.valueOf(JsonWire.text(data)), encoding == null ? "json" : encoding + "/json");
        }
        throw Errors.invalidData("unable to read data; it must be a string, binary, an object or an array");
    }

    private static Payload decoded(JsonNode data, @Nullable String encoding) {
        try {
            byte[] bytes = Base64.getDecoder().decode(data.textValue().getBytes(StandardCharsets.US_ASCII));
            return new Payload(BinaryNode.valueOf(bytes), withoutLast(encoding));
        } catch (IllegalArgumentException e) {
            throw Errors.invalidData("unable to read data; encoding says base64 but it is not");
        }
    }

    private static @Nullable String lastOf(@Nullable String chain) {
        return chain == null ? null : chain.substring(chain.lastIndexOf('/') + 1);
    }

    private static @Nullable String withoutLast(@Nullable String chain) {
        int cut = chain == null ? -1 : chain.lastIndexOf('/');
        return cut < 0 || chain == null ? null : chain.substring(0, cut);
    }

    public boolean isEmpty() {
        return data == null;
    }

    /** Size in bytes for the limits. */
    public int size() {
        if (data instanceof BinaryNode binary) {
            return binary.binaryValue().length;
        }
        return data == null ? 0 : utf8Length(data.textValue());
    }

    /** The tree of a JSON payload; null when it is not valid JSON. */
    public @Nullable JsonNode asJson() {
        if (data == null || !data.isTextual() || !"json".equals(lastOf(encoding))) {
            return null;
        }
        try {
            return JsonWire.parse(data.textValue());
        } catch (AblyException e) {
            return null;
        }
    }

    /**
     * This payload with another one appended.
     *
     * @throws AblyException 40013 when one is text and the other binary
     */
    public Payload append(Payload more) {
        if (more.data == null) {
            return this;
        }
        if (data == null) {
            return more;
        }
        if (data instanceof BinaryNode head && more.data instanceof BinaryNode tail) {
            byte[] joined = Arrays.copyOf(head.binaryValue(), head.binaryValue().length + tail.binaryValue().length);
            System.arraycopy(tail.binaryValue(), 0, joined, head.binaryValue().length, tail.binaryValue().length);
            return new Payload(BinaryNode.valueOf(joined), encoding);
        }
        if (data.isTextual() && more.data.isTextual()) {
            return new Payload(TextNode.valueOf(data.textValue() + more.data.textValue()), encoding);
        }
        throw Errors.invalidData("unable to append; text and binary do not mix");
    }

    void writeTo(ObjectNode entry) {
        Fields.put(entry, "data", data);
        Fields.put(entry, "encoding", encoding);
    }

    /** Length of a string in UTF-8, without encoding it. */
    public static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                length += 2;
            } else {
                length += 3;
            }
        }
        return length;
    }
}
