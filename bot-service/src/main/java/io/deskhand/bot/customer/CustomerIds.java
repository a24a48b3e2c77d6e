package io.deskhand.bot.customer;

import io.deskhand.ticketing.id.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Customers' ids, such as {@code c_8fkx…}: 130 bits, so that nobody meets or guesses another's. An anonymous visitor's are random. A verified customer's follow from the shop's id of them, so
 * that they find their tickets on each of their devices.
 *
 * <p>Non-guarantee: another secret of Deskhand gives verified customers other ids, and so takes their earlier tickets from them.
 */
final class CustomerIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final String PURPOSE = "deskhand: ids of known customers";

    private final RandomGenerator random;
    private final byte[] key;

    /**
     * @param random a secure one
     * @param secret Deskhand's own, not the one that it shares with the shop
     */
    CustomerIds(RandomGenerator random, String secret) {
        this.random = random;
        this.key = hmac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    CustomerId next() {
        byte[] bits = new byte[LENGTH];
        random.nextBytes(bits);
        return id(bits);
    }

    /** @param subject the shop's id of a customer; the same one always gives the same id */
    CustomerId of(String subject) {
        return id(hmac(key, subject));
    }

    /** Five bits of each of the first bytes. */
    private static CustomerId id(byte[] bits) {
        StringBuilder id = new StringBuilder("c_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(bits[i] & 31));
        }
        return new CustomerId(id.toString());
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("unable to name a customer; every Java has HmacSHA256", e);
        }
    }
}
