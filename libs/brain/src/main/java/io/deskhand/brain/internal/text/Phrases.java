package io.deskhand.brain.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several regular expressions that are looked for at once in folded text. It finds exactly what {@link Matcher#find} of any of them finds. Where possible, it tries an
 * expression only at places whose two characters the expression can begin with. It derives these characters from the expressions.
 */
public final class Phrases {

    private static final int ASCII = 128;

    private final List<Pattern> unicode = new ArrayList<>();
    /** The same with words of ASCII letters: equal on text that has no others. */
    private final List<Pattern> ascii = new ArrayList<>();
    /** For each pair of characters, those that can begin with it, as bits of their positions in the list. */
    private final long[] beginning = new long[ASCII * ASCII];

    /** @param expressions at most 64 */
    public Phrases(List<String> expressions) {
        if (expressions.size() > Long.SIZE) {
            throw new IllegalArgumentException("unable to look for so many expressions; 64 at most");
        }
        for (String expression : expressions) {
            unicode.add(Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS));
            ascii.add(Pattern.compile(expression));
        }
        for (int i = 0; i < ascii.size(); i++) {
            for (char first = 0; first < ASCII; first++) {
                if (canBegin(ascii.get(i), String.valueOf(first))) {
                    addPairs(i, first);
                }
            }
        }
    }

    private void addPairs(int expression, char first) {
        for (char second = 0; second < ASCII; second++) {
            if (canBegin(ascii.get(expression), "" + first + second)) {
                beginning[first * ASCII + second] |= 1L << expression;
            }
        }
    }

    /** Returns whether more text could make a match that begins with these characters: at the start, after a word, or after a space. */
    private static boolean canBegin(Pattern pattern, String characters) {
        for (String before : List.of("", "x", " ")) {
            Matcher matcher = pattern.matcher(before + characters)
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false)
                    .region(before.length(), before.length() + characters.length());
            if (matcher.lookingAt() || matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }

    /** @param folded see {@link io.deskhand.brain.internal.text.FoldedText} */
    public boolean anyIn(String folded) {
        if (folded.chars().anyMatch(Phrases::isOtherWord)) {
            return unicode.stream().anyMatch(pattern -> pattern.matcher(folded).find());
        }
        Matcher[] matchers = new Matcher[ascii.size()];
        Arrays.setAll(
                matchers,
                i -> ascii.get(i).matcher(folded).useTransparentBounds(true).useAnchoringBounds(false));
        for (int at = 0; at < folded.length(); at++) {
            for (long open = candidates(folded, at); open != 0; open &= open - 1) {
                Matcher matcher = matchers[Long.numberOfTrailingZeros(open)];
                if (matcher.region(at, folded.length()).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    private long candidates(String folded, int at) {
        char first = folded.charAt(at);
        char second = at + 1 < folded.length() ? folded.charAt(at + 1) : ASCII;
        return first < ASCII && second < ASCII ? beginning[first * ASCII + second] : -1L >>> (Long.SIZE - ascii.size());
    }

    private static boolean isOtherWord(int character) {
        return character >= ASCII
                && (Character.isUnicodeIdentifierPart(character)
                        || Character.isSpaceChar(character)
                        || Character.isSurrogate((char) character));
    }
}
