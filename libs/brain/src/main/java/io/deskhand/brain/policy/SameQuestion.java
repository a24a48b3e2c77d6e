package io.deskhand.brain.policy;

import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import java.util.HashSet;
import java.util.Set;

/**
 * Compares two questions. They are the same if their content words are nearly equal. They are also the same if their meaning is nearly equal and neither lacks a
 * significant word of the other. "Shipping to the UK" and "shipping to the US" are two questions.
 */
public final class SameQuestion {

    private static final double SAME_WORDS = 0.75;
    private static final double SHARED_WORDS = 0.5;
    private static final double SAME_MEANING = 0.93;

    private final Embeddings embeddings;

    public SameQuestion(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    boolean test(String earlier, String now, String language) {
        if (FoldedText.words(earlier).equals(FoldedText.words(now))) {
            return true;
        }
        Set<String> a = ContentWords.of(earlier, language);
        Set<String> b = ContentWords.of(now, language);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        double shared = jaccard(a, b);
        return shared >= SAME_WORDS
                || shared >= SHARED_WORDS
                        && Embeddings.cosine(embeddings.embed(earlier), embeddings.embed(now)) >= SAME_MEANING;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        Set<String> either = new HashSet<>(a);
        either.addAll(b);
        return (double) both.size() / either.size();
    }
}
