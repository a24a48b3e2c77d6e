package io.deskhand.brain.knowledge;

import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.knowledge.embedding.CompactVector;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.index.Candidate;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.QueryWords;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges passages against one query. For one search, by one thread. */
final class Scorer {

    /** Weight of shared words beside meaning when sentences of one passage are compared; tuned on the labelled questions. */
    private static final double WORDS_OF_SENTENCE = 0.3;

    private final SearchQuery query;
    private final QuestionKind kind;
    private final float[] vector;
    private final float @Nullable [] focusVector;
    private final Map<String, QueryWords> wordsIn = new HashMap<>();

    Scorer(SearchQuery query, Embeddings embeddings) {
        this.query = query;
        this.kind = QuestionKind.of(query.focus());
        this.vector = embeddings.embed(query.whole());
        this.focusVector = query.context().isBlank() ? null : embeddings.embed(query.focus());
    }

    /** Of the whole query. */
    float[] vector() {
        return vector;
    }

    Hit hit(Candidate candidate) {
        Passage passage = candidate.passage();
        QueryWords words = words(passage);
        double coverage = candidate.lexicon().coverage(words, candidate.words());
        double evidence = Evidence.of(coverage, candidate.cosine(), nearest(vector, candidate.sentences()))
                * focusSupport(words, candidate);
        double rank = evidence + kind.bonus(passage);
        return new Hit(passage, evidence, rank, coverage, candidate.cosine(), sentences(candidate));
    }

    /** For each sentence of a passage, how well it answers by itself. */
    List<Double> sentences(Candidate candidate) {
        Passage passage = candidate.passage();
        QueryWords words = words(passage);
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < candidate.sentences().size(); i++) {
            Passage.Sentence sentence = passage.sentences().get(i);
            double near = candidate.sentences().get(i).cosine(vector);
            double nearFocus =
                    focusVector == null ? near : candidate.sentences().get(i).cosine(focusVector);
            Predicate<String> found = ContentWords.of(sentence.text(), passage.language())::contains;
            double shared = candidate.lexicon().coverage(words, found);
            scores.add((near + nearFocus) / 2 + WORDS_OF_SENTENCE * shared + kind.bonus(sentence));
        }
        return scores;
    }

    private QueryWords words(Passage passage) {
        return wordsIn.computeIfAbsent(passage.language(), language -> QueryWords.of(query, language));
    }

    private static double nearest(float[] vector, List<CompactVector> others) {
        double nearest = -1;
        for (CompactVector other : others) {
            nearest = Math.max(nearest, other.cosine(vector));
        }
        return nearest;
    }

    /** In [0.4, 1]: a passage that fits the earlier question alone does not answer the new one. */
    private double focusSupport(QueryWords words, Candidate candidate) {
        if (focusVector == null || words.focus().isEmpty()) {
            return 1;
        }
        double coverage = candidate.lexicon().coverage(words.focusAlone(), candidate.words());
        double support = Math.max(coverage, nearest(focusVector, candidate.sentences()));
        return 0.4 + 0.6 * Math.clamp(1.6 * support, 0, 1);
    }
}
