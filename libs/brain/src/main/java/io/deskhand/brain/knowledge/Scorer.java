package io.deskhand.brain.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges passages against one query. For one search. */
final class Scorer {

    /** Weight of shared words beside meaning when sentences of one passage are compared; found on the labelled questions. */
    private static final double WORDS_OF_SENTENCE = 0.3;

    private final SearchQuery query;
    private final QuestionKind kind;
    private final float[] vector;
    private final float @Nullable [] focusVector;

    Scorer(SearchQuery query, Embeddings embeddings) {
        this.query = query;
        this.kind = QuestionKind.of(query.focus());
        this.vector = embeddings.embed(query.whole());
        this.focusVector = query.context().isBlank() ? null : embeddings.embed(query.focus());
    }

    float[] vector() {
        return vector;
    }

    /** For the order among hits: evidence with a small preference for the form of answer that the question wants. */
    double rank(Hit hit) {
        return hit.evidence() + kind.bonus(hit.passage());
    }

    /**
     * @param cosine of the whole query and the passage
     * @param words all content words of the passage, title and headings included
     * @param sentenceVectors one for each sentence
     */
    Hit hit(Passage passage, double cosine, Set<String> words, List<float[]> sentenceVectors, Lexicon lexicon) {
        double coverage = lexicon.coverage(query, passage.language(), words);
        double evidence = Evidence.of(coverage, cosine, nearest(vector, sentenceVectors))
                * focusSupport(passage, words, sentenceVectors, lexicon);
        return new Hit(passage, evidence, coverage, cosine, sentences(passage, sentenceVectors, lexicon));
    }

    /** For each sentence of a passage, how well it answers by itself. */
    List<Double> sentences(Passage passage, List<float[]> sentenceVectors, Lexicon lexicon) {
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < sentenceVectors.size(); i++) {
            Passage.Sentence sentence = passage.sentences().get(i);
            double near = Embeddings.cosine(vector, sentenceVectors.get(i));
            double nearFocus = focusVector == null ? near : Embeddings.cosine(focusVector, sentenceVectors.get(i));
            double shared = lexicon.coverage(query, passage.language(), Words.of(sentence.text(), passage.language()));
            scores.add((near + nearFocus) / 2 + WORDS_OF_SENTENCE * shared + kind.bonus(sentence));
        }
        return scores;
    }

    private static double nearest(float[] vector, List<float[]> others) {
        return others.stream()
                .mapToDouble(other -> Embeddings.cosine(vector, other))
                .max()
                .orElse(-1);
    }

    /** In [0.4, 1]: a passage that fits the earlier question alone does not answer the new one. */
    private double focusSupport(Passage passage, Set<String> words, List<float[]> sentenceVectors, Lexicon lexicon) {
        if (focusVector == null || Words.of(query.focus(), passage.language()).isEmpty()) {
            return 1;
        }
        double coverage = lexicon.coverage(SearchQuery.of(query.focus(), query.language()), passage.language(), words);
        double support = Math.max(coverage, nearest(focusVector, sentenceVectors));
        return 0.4 + 0.6 * Math.clamp(1.6 * support, 0, 1);
    }
}
