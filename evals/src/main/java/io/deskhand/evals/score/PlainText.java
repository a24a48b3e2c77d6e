package io.deskhand.evals.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made comparable: what differs only in looks is the same. */
final class PlainText {

    private static final Pattern BLOCK_MARKS =
            Pattern.compile("(?m)^\\s*(?:#{1,6}\\s+|[-*+]\\s+|\\d{1,3}[.)]\\s+|>\\s+)");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+|`");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])[\"”»)]*\\s+(?=[\\p{Lu}\\p{N}\"“«(€£$])|\\n+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,][\\p{N}]+)*");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*");

    private PlainText() {}

    /** Markdown marks removed, dashes, quotes and spaces made one; case kept. */
    static String plain(String text) {
        String plain =
                EMPHASIS.matcher(BLOCK_MARKS.matcher(text).replaceAll("")).replaceAll("");
        plain = plain.replace('–', '-').replace('—', '-').replace('‑', '-');
        plain = plain.replace('“', '"')
                .replace('”', '"')
                .replace('„', '"')
                .replace('’', '\'')
                .replace('‘', '\'');
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }

    /** The same, and in lower case. */
    static String folded(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }

    static boolean contains(String text, String words) {
        return folded(text).contains(folded(words));
    }

    /** Sentences and list items, as plain text. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(BLOCK_MARKS.matcher(text).replaceAll(""))) {
            String plain = plain(sentence);
            if (!plain.isEmpty()) {
                sentences.add(plain);
            }
        }
        return sentences;
    }

    /** Words of three letters and more, and numbers. */
    static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(folded(text));
        while (matcher.find()) {
            String word = matcher.group();
            if (word.length() > 2 || Character.isDigit(word.charAt(0))) {
                words.add(word);
            }
        }
        return words;
    }

    static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
