package io.deskhand.brain.internal.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts running text into sentences, with care for abbreviations. */
public final class Sentences {

    /** Longer than any abbreviation. */
    private static final int TAIL = 16;

    private static final Pattern UNFINISHED = Pattern.compile(
            "(?iu)(?:\\b(?:e\\.g|i\\.e|etc|approx|incl|excl|no|nr|art|mr|mrs|ms|dr|st|vs|z\\.\\s?b|d\\.\\s?h|u\\.\\s?a|bzw|ca|ggf|inkl|p\\.\\s?ex|env|sr|sra)|\\b[a-z])\\.$");

    private Sentences() {}

    /** The sentences of a text in order, stripped; joined by a space they are the text again. */
    public static List<String> split(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end).strip();
            if (piece.isEmpty()) {
                continue;
            }
            open.append(open.isEmpty() ? "" : " ").append(piece);
            if (!isUnfinished(open)) {
                sentences.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open.toString());
        }
        return sentences;
    }

    private static boolean isUnfinished(CharSequence text) {
        boolean dot = text.charAt(text.length() - 1) == '.';
        return dot
                && UNFINISHED
                        .matcher(text.subSequence(Math.max(0, text.length() - TAIL), text.length()))
                        .find();
    }
}
