package io.deskhand.brain.internal.text;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Finds phrases in a text: whole words, any case, accents ignored; a trailing "*" matches any ending. */
public final class PhraseMatcher {

    private final Pattern pattern;

    public PhraseMatcher(List<String> phrases) {
        StringJoiner alternatives = new StringJoiner("|");
        for (String phrase : phrases) {
            boolean open = phrase.endsWith("*");
            String words = FoldedText.words(phrase);
            String end = open ? "[\\p{L}\\p{N}']*" : "";
            alternatives.add(Pattern.quote(words) + end);
        }
        this.pattern = Pattern.compile("(?:^| )(?:" + alternatives + ")(?= |$)");
    }

    public boolean in(String text) {
        return pattern.matcher(FoldedText.words(text)).find();
    }
}
