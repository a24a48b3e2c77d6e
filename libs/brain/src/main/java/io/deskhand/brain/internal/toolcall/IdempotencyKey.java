package io.deskhand.brain.internal.toolcall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The idempotency key of a call: a repeat after a crash or a lost answer has no second effect (I10). */
final class IdempotencyKey {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private IdempotencyKey() {}

    /** Equal for the same ticket, turn, tool and arguments, whatever the order of the arguments; 40 hex digits. */
    static String of(String ticket, long turn, String tool, ObjectNode arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {ticket, Long.toString(turn), tool, canonical(arguments)}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String canonical(JsonNode arguments) {
        return SORTED.writeValueAsString(SORTED.treeToValue(arguments, Object.class));
    }
}
