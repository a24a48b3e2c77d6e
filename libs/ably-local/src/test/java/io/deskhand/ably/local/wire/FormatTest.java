package io.deskhand.ably.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessagePack;

@DisplayName("1.2 framing: the two encodings")
class FormatTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @EnumSource(Format.class)
    void random_trees_come_back_equal(Format format) {
        for (int i = 0; i < 2_000; i++) {
            JsonNode tree = tree(4);
            assertThat(format.decode(format.encode(tree))).isEqualTo(tree);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                127,
                128,
                255,
                256,
                65_535,
                65_536,
                4_294_967_295L,
                4_294_967_296L,
                Long.MAX_VALUE,
                -1,
                -32,
                -33,
                -128,
                -32_769,
                Integer.MIN_VALUE,
                Long.MIN_VALUE
            })
    void integers_of_all_widths_are_read_by_another_msgpack_library_and_by_us(long value) throws IOException {
        byte[] bytes = MsgpackWire.encode(JsonNodeFactory.instance.numberNode(value));
        assertThat(MessagePack.newDefaultUnpacker(bytes).unpackLong()).isEqualTo(value);
        assertThat(MsgpackWire.decode(bytes).longValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 31, 32, 255, 256, 65_535, 65_536})
    void texts_binaries_and_lists_of_all_lengths_are_read_by_another_msgpack_library(int length) throws IOException {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("t", "é".repeat(length / 2) + "x".repeat(length % 2));
        tree.set("b", BinaryNode.valueOf(new byte[length]));
        for (int i = tree.putArray("a").size(); i < length; i++) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) tree.get("a")).add(1);
        }
        byte[] bytes = MsgpackWire.encode(tree);
        try (var unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            assertThat(unpacker.unpackMapHeader()).isEqualTo(3);
            unpacker.unpackString();
            assertThat(unpacker.unpackString()).isEqualTo(tree.get("t").textValue());
            unpacker.unpackString();
            assertThat(unpacker.unpackBinaryHeader()).isEqualTo(length);
        }
        assertThat(MsgpackWire.decode(bytes)).isEqualTo(tree);
    }

    @Test
    void a_lone_surrogate_in_a_long_text_does_not_break_a_frame() {
        String text = "x".repeat(10_000) + '\ud800';
        byte[] bytes = Format.MSGPACK.encode(JsonNodeFactory.instance.textNode(text));
        assertThat(Format.MSGPACK.decode(bytes).textValue()).hasSize(text.length());
    }

    @Test
    void unsigned_64_bit_integers_survive() {
        JsonNode huge = JsonNodeFactory.instance.numberNode(new BigInteger("18446744073709551615"));
        assertThat(MsgpackWire.decode(MsgpackWire.encode(huge))).isEqualTo(huge);
    }

    @Test
    void broken_msgpack_is_an_ably_error() {
        byte[][] broken = {
            {},
            {(byte) 0xc1},
            {(byte) 0x81},
            {(byte) 0xa5, 'a'},
            {(byte) 0xdf, 127, 127, 127, 127},
            {(byte) 0xc6, -1, -1, -1, -1},
            {(byte) 0xa2, (byte) 0xc3, 0x28},
            {(byte) 0x81, 1, 1},
            {(byte) 0x81, (byte) 0xc4, 1, 'a', 1},
            {1, 2},
            {(byte) 0xd4, 1, 1},
        };
        for (byte[] bytes : broken) {
            assertThatThrownBy(() -> Format.MSGPACK.decode(bytes)).isInstanceOf(AblyException.class);
        }
        byte[] deep = new byte[500];
        java.util.Arrays.fill(deep, (byte) 0x91);
        assertThatThrownBy(() -> Format.MSGPACK.decode(deep)).isInstanceOf(AblyException.class);
    }

    @Test
    void broken_json_is_an_ably_error() {
        for (String text : new String[] {"", "{", "{}x", "{\"a\":}", "[".repeat(500)}) {
            assertThatThrownBy(() -> Format.JSON.decode(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isInstanceOf(AblyException.class);
        }
    }

    private JsonNode tree(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextLong(Long.MIN_VALUE, Integer.MIN_VALUE));
            case 4 -> nodes.numberNode(random.nextDouble());
            case 5 -> nodes.textNode("text é 😀 " + random.nextInt());
            case 6 -> {
                var array = nodes.arrayNode();
                for (int i = random.nextInt(20); i > 0; i--) {
                    array.add(tree(depth - 1));
                }
                yield array;
            }
            default -> {
                var object = nodes.objectNode();
                for (int i = random.nextInt(20); i > 0; i--) {
                    object.set("k" + i, tree(depth - 1));
                }
                yield object;
            }
        };
    }
}
