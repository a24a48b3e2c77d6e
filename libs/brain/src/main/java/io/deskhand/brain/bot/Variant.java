package io.deskhand.brain.bot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A form of a bot that some of the tickets get.
 *
 * @param weight percent of the tickets
 * @param bot the bot in this form
 */
public record Variant(String name, int weight, Bot bot) {

    private static final int PERCENT = 100;

    /**
     * The form that a ticket gets: always the same for the same ticket, as long as names and weights stay as they are.
     *
     * @param variants whose weights make 100
     */
    static Variant of(List<Variant> variants, String ticket) {
        int point = point(ticket);
        int reached = 0;
        for (Variant variant : variants) {
            reached += variant.weight();
            if (point < reached) {
                return variant;
            }
        }
        return variants.getLast();
    }

    /** 0 to 99, each for as many tickets as any other. */
    private static int point(String ticket) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            int number = (hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | hash[2] & 0xff;
            return number % PERCENT;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
