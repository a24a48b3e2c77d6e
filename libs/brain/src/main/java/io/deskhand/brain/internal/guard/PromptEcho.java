package io.deskhand.brain.internal.guard;

import io.deskhand.brain.internal.text.FoldedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Recognises a sentence that repeats the model's instructions at length, word for word. A translation is not recognised. Immutable. */
public final class PromptEcho {

    private static final int LONG = 8;

    private final int words;
    private final Set<String> runs;

    public PromptEcho(String text) {
        this(text, LONG);
    }

    /** @param words number of consecutive words that count as a repetition */
    PromptEcho(String text, int words) {
        this.words = words;
        this.runs = runs(text);
    }

    public boolean in(String sentence) {
        return runs(sentence).stream().anyMatch(runs::contains);
    }

    private Set<String> runs(String text) {
        String[] all = FoldedText.words(text).split(" ");
        Set<String> found = new HashSet<>();
        for (int start = 0; start + words <= all.length; start++) {
            found.add(String.join(" ", Arrays.asList(all).subList(start, start + words)));
        }
        return found;
    }
}
