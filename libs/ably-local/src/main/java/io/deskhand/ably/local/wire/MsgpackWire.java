package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * Converts between msgpack and trees. Keys that are not strings, invalid UTF-8, extension types and deep nesting are errors, as are
 * bytes after the value.
 */
final class MsgpackWire {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final MessagePack.PackerConfig PACKING = new MessagePack.PackerConfig().withBufferSize(512);
    private static final MessagePack.UnpackerConfig UNPACKING =
            new MessagePack.UnpackerConfig().withAllowReadingBinaryAsString(false);

    private MsgpackWire() {}

    /** The msgpack of a tree, each value in its shortest form. */
    static byte[] encode(JsonNode tree) {
        try (MessageBufferPacker out = PACKING.newBufferPacker()) {
            write(tree, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tree of one msgpack value.
     *
     * @throws AblyException 40000 when the bytes are not one complete value
     */
    static JsonNode decode(byte[] bytes) {
        try (MessageUnpacker in = UNPACKING.newUnpacker(bytes)) {
            JsonNode tree = read(in, 0);
            if (in.hasNext()) {
                throw malformed("bytes after the value");
            }
            return tree;
        } catch (IOException | MessagePackException e) {
            throw malformed(e.getClass().getSimpleName());
        }
    }

    private static void write(JsonNode node, MessagePacker out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.packMapHeader(node.size());
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    write(field.getKey(), out);
                    write(field.getValue(), out);
                }
            }
            case ARRAY -> {
                out.packArrayHeader(node.size());
                for (JsonNode item : node) {
                    write(item, out);
                }
            }
            case STRING -> write(node.textValue(), out);
            case BOOLEAN -> out.packBoolean(node.booleanValue());
            case NUMBER -> writeNumber(node, out);
            case BINARY -> {
                byte[] bytes = ((BinaryNode) node).binaryValue();
                out.packBinaryHeader(bytes.length).writePayload(bytes);
            }
            case NULL, MISSING, POJO -> out.packNil();
        }
    }

    /** Not packString, which throws on a lone surrogate in a long text. */
    private static void write(String text, MessagePacker out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.packRawStringHeader(bytes.length).writePayload(bytes);
    }

    private static void writeNumber(JsonNode node, MessagePacker out) throws IOException {
        if (!node.isIntegralNumber()) {
            out.packDouble(node.doubleValue());
        } else if (node.canConvertToLong()) {
            out.packLong(node.longValue());
        } else if (node.bigIntegerValue().signum() > 0 && node.bigIntegerValue().bitLength() <= Long.SIZE) {
            out.packBigInteger(node.bigIntegerValue());
        } else {
            out.packDouble(node.doubleValue());
        }
    }

    private static JsonNode read(MessageUnpacker in, int depth) throws IOException {
        if (depth > JsonWire.MAX_DEPTH) {
            throw malformed("nested too deeply");
        }
        MessageFormat format = in.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                in.unpackNil();
                yield NODES.nullNode();
            }
            case BOOLEAN -> NODES.booleanNode(in.unpackBoolean());
            case INTEGER -> format == MessageFormat.UINT64 ? integer(in.unpackBigInteger()) : integer(in.unpackLong());
            case FLOAT -> NODES.numberNode(in.unpackDouble());
            case STRING -> NODES.textNode(text(in));
            case BINARY -> NODES.binaryNode(in.readPayload(in.unpackBinaryHeader()));
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                for (int left = in.unpackArrayHeader(); left > 0; left--) {
                    array.add(read(in, depth + 1));
                }
                yield array;
            }
            case MAP -> {
                ObjectNode map = NODES.objectNode();
                for (int left = in.unpackMapHeader(); left > 0; left--) {
                    map.set(text(in), read(in, depth + 1));
                }
                yield map;
            }
            case EXTENSION -> throw malformed("extension types are not supported");
        };
    }

    /** Not unpackString, which is slow when it has to refuse invalid UTF-8. */
    private static String text(MessageUnpacker in) throws IOException {
        byte[] bytes = in.readPayload(in.unpackRawStringHeader());
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw malformed("invalid UTF-8");
        }
        return text;
    }

    /** The same node as from JSON, so that trees of both formats are equal. */
    private static JsonNode integer(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? integer(value.longValue()) : NODES.numberNode(value);
    }

    private static AblyException malformed(String reason) {
        return Errors.badRequest("unable to read msgpack; " + reason);
    }
}
