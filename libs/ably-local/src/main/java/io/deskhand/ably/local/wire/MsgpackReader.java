package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads msgpack into trees: maps have string keys, text is valid UTF-8, extension types are refused. */
final class MsgpackReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = JsonWire.MAX_DEPTH;

    private final ByteBuffer in;

    private MsgpackReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /**
     * @throws AblyException 40000 when the bytes are not one complete value
     */
    static JsonNode read(byte[] bytes) {
        MsgpackReader reader = new MsgpackReader(bytes);
        try {
            JsonNode tree = reader.value(0);
            if (reader.in.hasRemaining()) {
                throw malformed("bytes after the value");
            }
            return tree;
        } catch (BufferUnderflowException e) {
            throw malformed("it ends too early");
        }
    }

    private static AblyException malformed(String reason) {
        return Errors.badRequest("unable to read msgpack; " + reason);
    }

    private JsonNode value(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("nested too deeply");
        }
        int head = in.get() & 0xff;
        if (head < 0x80) {
            return NODES.numberNode(head);
        }
        if (head < 0x90) {
            return map(head & 0x0f, depth);
        }
        if (head < 0xa0) {
            return array(head & 0x0f, depth);
        }
        if (head < 0xc0) {
            return NODES.textNode(text(head & 0x1f));
        }
        if (head >= 0xe0) {
            return NODES.numberNode((int) (byte) head);
        }
        return longForm(head, depth);
    }

    private JsonNode longForm(int head, int depth) {
        return switch (head) {
            case 0xc0 -> NODES.nullNode();
            case 0xc2 -> NODES.booleanNode(false);
            case 0xc3 -> NODES.booleanNode(true);
            case 0xc4 -> NODES.binaryNode(bytes(in.get() & 0xff));
            case 0xc5 -> NODES.binaryNode(bytes(in.getShort() & 0xffff));
            case 0xc6 -> NODES.binaryNode(bytes(in.getInt()));
            case 0xca -> NODES.numberNode((double) in.getFloat());
            case 0xcb -> NODES.numberNode(in.getDouble());
            case 0xcc -> NODES.numberNode(in.get() & 0xff);
            case 0xcd -> NODES.numberNode(in.getShort() & 0xffff);
            case 0xce -> integer(in.getInt() & 0xffff_ffffL);
            case 0xcf -> unsigned(in.getLong());
            case 0xd0 -> NODES.numberNode((int) in.get());
            case 0xd1 -> NODES.numberNode((int) in.getShort());
            case 0xd2 -> NODES.numberNode(in.getInt());
            case 0xd3 -> integer(in.getLong());
            case 0xd9 -> NODES.textNode(text(in.get() & 0xff));
            case 0xda -> NODES.textNode(text(in.getShort() & 0xffff));
            case 0xdb -> NODES.textNode(text(in.getInt()));
            case 0xdc -> array(in.getShort() & 0xffff, depth);
            case 0xdd -> array(in.getInt(), depth);
            case 0xde -> map(in.getShort() & 0xffff, depth);
            case 0xdf -> map(in.getInt(), depth);
            default -> throw malformed("extension types are not used here");
        };
    }

    /** As JSON would have read it, so that trees of both formats compare equal. */
    private static JsonNode integer(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private static JsonNode unsigned(long bits) {
        return bits >= 0 ? integer(bits) : NODES.numberNode(new BigInteger(Long.toUnsignedString(bits)));
    }

    private ArrayNode array(int length, int depth) {
        bounded(length);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < length; i++) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private ObjectNode map(int length, int depth) {
        bounded(length);
        ObjectNode map = NODES.objectNode();
        for (int i = 0; i < length; i++) {
            JsonNode key = value(depth + 1);
            if (!key.isTextual()) {
                throw malformed("keys of maps must be strings");
            }
            map.set(key.textValue(), value(depth + 1));
        }
        return map;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[bounded(length)];
        in.get(bytes);
        return bytes;
    }

    private String text(int length) {
        bounded(length);
        int start = in.position();
        byte[] array = in.array();
        boolean ascii = true;
        for (int i = start; i < start + length; i++) {
            ascii &= array[i] >= 0;
        }
        in.position(start + length);
        if (ascii) {
            return new String(array, start, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(array, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("invalid UTF-8");
        }
    }

    /** A header may promise more than is there; believing it would allocate for nothing. */
    private int bounded(int length) {
        if (length < 0 || length > in.remaining()) {
            throw malformed("a length exceeds the frame");
        }
        return length;
    }
}
