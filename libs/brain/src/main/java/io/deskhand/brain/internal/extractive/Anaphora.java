package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.Locale;
import java.util.Set;

/** Detects sentences that depend on the one before, by their first word. */
final class Anaphora {

    private static final Set<String> OPENINGS = Set.of(
            ("it they this that these those then but however otherwise later both until after there instead if or so also only "
                            + "er sie es dann aber danach il elle cela mais ils pero esto ma questo")
                    .split(" "));

    private Anaphora() {}

    static boolean leans(Sentence sentence) {
        String[] words = sentence.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2);
        return words.length > 0 && OPENINGS.contains(words[0]);
    }
}
