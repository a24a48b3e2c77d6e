package io.deskhand.brain.knowledge.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names a text by its content: the first 16 bytes of its SHA-256. Equal texts have equal keys; different ones do not meet in practice. */
public record VectorKey(long high, long low) {

    static final int BYTES = 16;

    public static VectorKey of(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new VectorKey(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
