package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** msgpack in and out of trees: maps have string keys, extension types are refused. */
final class Msgpack {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = JsonWire.MAX_DEPTH;

    private Msgpack() {}

    static byte[] encode(JsonNode tree) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            write(tree, packer);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode decode(byte[] bytes) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            JsonNode tree = read(unpacker, bytes.length, 0);
            if (unpacker.hasNext()) {
                throw Errors.badRequest("unable to read msgpack; bytes after the value");
            }
            return tree;
        } catch (IOException | MessagePackException e) {
            throw Errors.badRequest("unable to read msgpack; malformed");
        }
    }

    private static JsonNode read(MessageUnpacker in, int size, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw Errors.badRequest("unable to read msgpack; nested too deeply");
        }
        MessageFormat format = in.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                in.unpackNil();
                yield NODES.nullNode();
            }
            case BOOLEAN -> NODES.booleanNode(in.unpackBoolean());
            case INTEGER ->
                format == MessageFormat.UINT64
                        ? NODES.numberNode(in.unpackBigInteger())
                        : NODES.numberNode(in.unpackLong());
            case FLOAT -> NODES.numberNode(in.unpackDouble());
            case STRING -> NODES.textNode(in.unpackString());
            case BINARY -> NODES.binaryNode(in.readPayload(bounded(in.unpackBinaryHeader(), size)));
            case ARRAY -> readArray(in, size, depth);
            case MAP -> readMap(in, size, depth);
            case EXTENSION -> throw Errors.badRequest("unable to read msgpack; extension types are not used here");
        };
    }

    private static ArrayNode readArray(MessageUnpacker in, int size, int depth) throws IOException {
        int length = bounded(in.unpackArrayHeader(), size);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < length; i++) {
            array.add(read(in, size, depth + 1));
        }
        return array;
    }

    private static ObjectNode readMap(MessageUnpacker in, int size, int depth) throws IOException {
        int length = bounded(in.unpackMapHeader(), size);
        ObjectNode map = NODES.objectNode();
        for (int i = 0; i < length; i++) {
            String key = in.unpackString();
            map.set(key, read(in, size, depth + 1));
        }
        return map;
    }

    /** A header may promise more than the bytes can hold; believing it would allocate for nothing. */
    private static int bounded(int length, int size) {
        if (length > size) {
            throw Errors.badRequest("unable to read msgpack; length exceeds the frame");
        }
        return length;
    }

    private static void write(JsonNode node, MessageBufferPacker out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.packMapHeader(node.size());
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.packString(field.getKey());
                    write(field.getValue(), out);
                }
            }
            case ARRAY -> {
                out.packArrayHeader(node.size());
                for (JsonNode item : node) {
                    write(item, out);
                }
            }
            case STRING -> out.packString(node.textValue());
            case BOOLEAN -> out.packBoolean(node.booleanValue());
            case NUMBER -> writeNumber(node, out);
            case BINARY -> {
                byte[] bytes = ((BinaryNode) node).binaryValue();
                out.packBinaryHeader(bytes.length);
                out.writePayload(bytes);
            }
            case NULL, MISSING, POJO -> out.packNil();
        }
    }

    private static void writeNumber(JsonNode node, MessageBufferPacker out) throws IOException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            out.packLong(node.longValue());
        } else if (node.isBigInteger()
                && node.bigIntegerValue().bitLength() <= 64
                && node.bigIntegerValue().signum() > 0) {
            out.packBigInteger(node.bigIntegerValue());
        } else {
            out.packDouble(node.doubleValue());
        }
    }
}
