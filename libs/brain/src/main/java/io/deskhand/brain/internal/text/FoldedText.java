package io.deskhand.brain.internal.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the matchers see it: lower case, Latin, Greek and Cyrillic letters without accents, straight quotes, single spaces. */
public final class FoldedText {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NEITHER_WORD_NOR_SPACE = Pattern.compile("[^\\p{L}\\p{N}' ]+");
    private static final int ASCII = 128;

    private FoldedText() {}

    public static String of(String text) {
        if (text.chars().allMatch(character -> character < ASCII)) {
            return ofAscii(text);
        }
        return SPACES.matcher(letters(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** The same for text that has nothing but case and spaces to fold, as most English has. */
    private static String ofAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = character == ' ' || character >= '\t' && character <= '\r';
            if (!space) {
                folded.append(character >= 'A' && character <= 'Z' ? (char) (character + 'a' - 'A') : character);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    /** The same without punctuation. */
    public static String words(String text) {
        String words = NEITHER_WORD_NOR_SPACE.matcher(of(text)).replaceAll(" ");
        return SPACES.matcher(words).replaceAll(" ").strip();
    }

    /** Accents off, case kept: also right for regular expressions. */
    public static String letters(String text) {
        String open = ACCENTS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
        return Normalizer.normalize(open, Form.NFC)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('´', '\'')
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace('ı', 'i');
    }
}
