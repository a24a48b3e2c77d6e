package io.deskhand.brain.internal.detect;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Corrects one typing error in the words of a human request. "Preson" is meant as "person"; "humane" is a word of its own. */
final class TypoCorrection {

    private static final List<String> WORDS = List.of(
            "person",
            "human",
            "agent",
            "operator",
            "representative",
            "someone",
            "somebody",
            "manager",
            "supervisor",
            "colleague",
            "talk",
            "speak",
            "connect",
            "transfer");

    /** English words one typing error away from one of those. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "persons", "humans", "humane", "agents", "spear", "steak", "sneak", "speck", "managed", "manages",
            "persona", "parson", "argent", "urgent", "tall", "tale", "task", "tank", "tack", "balk", "walk");

    private TypoCorrection() {}

    static String corrected(String folded) {
        StringJoiner text = new StringJoiner(" ");
        for (String token : folded.split(" ")) {
            text.add(corrected(token, token.replaceAll("[^\\p{L}]", "")));
        }
        return text.toString();
    }

    private static String corrected(String token, String word) {
        if (word.length() < 4 || OTHER_WORDS.contains(word) || WORDS.contains(word)) {
            return token;
        }
        for (String meant : WORDS) {
            if (isOneSlip(word, meant)) {
                return token.replace(word, meant);
            }
        }
        return token;
    }

    /** Returns whether one letter is missing, doubled or wrong, or two are swapped; the first letter is right. */
    private static boolean isOneSlip(String typed, String meant) {
        if (typed.charAt(0) != meant.charAt(0)) {
            return false;
        }
        int same = 0;
        while (same < typed.length() && same < meant.length() && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String typedRest = typed.substring(same);
        String meantRest = meant.substring(same);
        return switch (typed.length() - meant.length()) {
            case -1 -> typedRest.equals(meantRest.substring(1));
            case 0 -> swapped(typedRest, meantRest) || typedRest.substring(1).equals(meantRest.substring(1));
            case 1 ->
                same > 0
                        && typedRest.charAt(0) == typed.charAt(same - 1)
                        && typedRest.substring(1).equals(meantRest);
            default -> false;
        };
    }

    private static boolean swapped(String typed, String meant) {
        return typed.length() > 1
                && typed.charAt(0) == meant.charAt(1)
                && typed.charAt(1) == meant.charAt(0)
                && typed.substring(2).equals(meant.substring(2));
    }
}
