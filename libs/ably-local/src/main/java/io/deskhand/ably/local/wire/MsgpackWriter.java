package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes trees as msgpack, each value in its shortest form. */
final class MsgpackWriter {
    private byte[] out = new byte[512];
    private int size;

    private MsgpackWriter() {}

    static byte[] write(JsonNode tree) {
        MsgpackWriter writer = new MsgpackWriter();
        writer.value(tree);
        return Arrays.copyOf(writer.out, writer.size);
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                header(node.size(), 0x80, 15, 0, 0xde);
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    text(field.getKey());
                    value(field.getValue());
                }
            }
            case ARRAY -> {
                header(node.size(), 0x90, 15, 0, 0xdc);
                for (JsonNode item : node) {
                    value(item);
                }
            }
            case STRING -> text(node.textValue());
            case BOOLEAN -> put(node.booleanValue() ? 0xc3 : 0xc2);
            case NUMBER -> number(node);
            case BINARY -> {
                byte[] bytes = ((BinaryNode) node).binaryValue();
                header(bytes.length, 0, -1, 0xc4, 0xc5);
                put(bytes);
            }
            case NULL, MISSING, POJO -> put(0xc0);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(bytes.length, 0xa0, 31, 0xd9, 0xda);
        put(bytes);
    }

    /**
     * The head of a value that has a length.
     *
     * @param fix first head that holds a length itself
     * @param fixMax largest such length; -1 = there is no such head
     * @param oneByte head before a one-byte length; 0 = there is no such head
     * @param twoBytes head before a two-byte length; the next one stands before four bytes
     */
    private void header(int length, int fix, int fixMax, int oneByte, int twoBytes) {
        if (length <= fixMax) {
            put(fix | length);
        } else if (oneByte != 0 && length < 1 << 8) {
            put(oneByte);
            put(length);
        } else if (length < 1 << 16) {
            put(twoBytes);
            big(length, 2);
        } else {
            put(twoBytes + 1);
            big(length, 4);
        }
    }

    private void number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            integer(node.longValue());
        } else if (node.isBigInteger()
                && node.bigIntegerValue().signum() > 0
                && node.bigIntegerValue().bitLength() <= 64) {
            put(0xcf);
            big(node.bigIntegerValue().longValue(), 8);
        } else {
            put(0xcb);
            big(Double.doubleToRawLongBits(node.doubleValue()), 8);
        }
    }

    private void integer(long value) {
        if (value >= -32 && value < 128) {
            put((int) value);
        } else if (value >= 0 && value < 1L << 8) {
            put(0xcc);
            put((int) value);
        } else if (value >= 0 && value < 1L << 16) {
            put(0xcd);
            big(value, 2);
        } else if (value >= 0 && value < 1L << 32) {
            put(0xce);
            big(value, 4);
        } else if (value >= Integer.MIN_VALUE && value < 0) {
            put(0xd2);
            big(value, 4);
        } else {
            put(0xd3);
            big(value, 8);
        }
    }

    private void big(long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            put((int) (value >> shift));
        }
    }

    private void put(int value) {
        room(1);
        out[size++] = (byte) value;
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
    }

    private void room(int bytes) {
        if (size + bytes > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + bytes));
        }
    }
}
