package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Converts between JSON and trees. */
public final class JsonWire {
    /** Limits recursion over trees from clients. */
    static final int MAX_DEPTH = 100;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonWire() {}

    static byte[] encode(JsonNode tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = MAPPER.getFactory().createGenerator(out)) {
            write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static JsonNode decode(byte[] bytes) {
        try {
            return require(MAPPER.readTree(bytes));
        } catch (IOException e) {
            throw Errors.badRequest("unable to read JSON; malformed");
        }
    }

    /**
     * Reads JSON text.
     *
     * @throws AblyException 40000 when it is malformed
     */
    public static JsonNode parse(String text) {
        try {
            return require(MAPPER.readTree(text));
        } catch (IOException e) {
            throw Errors.badRequest("unable to read JSON; malformed");
        }
    }

    /** The tree of maps, lists, strings, numbers and booleans. */
    public static JsonNode tree(Map<String, Object> values) {
        return MAPPER.valueToTree(values);
    }

    /** Plain JSON text of a tree. */
    public static String text(JsonNode tree) {
        return new String(encode(tree), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode require(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            throw Errors.badRequest("unable to read JSON; empty");
        }
        return node;
    }

    private static void write(JsonNode node, JsonGenerator out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject((ObjectNode) node, out);
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode item : node) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.textValue());
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            case NUMBER -> writeNumber(node, out);
            case BINARY -> out.writeBinary(((BinaryNode) node).binaryValue());
            case NULL, MISSING, POJO -> out.writeNull();
        }
    }

    private static void writeObject(ObjectNode node, JsonGenerator out) throws IOException {
        boolean binaryData = node.get("data") instanceof BinaryNode;
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (binaryData && field.getKey().equals("encoding")) {
                continue;
            }
            out.writeFieldName(field.getKey());
            write(field.getValue(), out);
        }
        if (binaryData) {
            JsonNode encoding = node.get("encoding");
            out.writeStringField("encoding", encoding == null ? "base64" : encoding.asText() + "/base64");
        }
        out.writeEndObject();
    }

    private static void writeNumber(JsonNode node, JsonGenerator out) throws IOException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            out.writeNumber(node.longValue());
        } else if (node.isBigInteger()) {
            out.writeNumber(node.bigIntegerValue());
        } else {
            out.writeNumber(node.doubleValue());
        }
    }
}
