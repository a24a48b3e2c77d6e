package io.deskhand.brain.knowledge;

import io.deskhand.brain.knowledge.index.Passage;
import java.util.List;

/**
 * A passage that was found.
 *
 * @param evidence how well it supports an answer, in [0, 1]; see {@link Evidence}
 * @param rank what hits are ordered by: the evidence, and small preferences for the form of answer, the language and freshness
 * @param coverage share of the query's content words that it contains, weighted by rarity, in [0, 1]
 * @param cosine closeness in meaning to the query, in [-1, 1]
 * @param sentences for each sentence of the passage, how well it answers by itself; comparable within one retrieval only
 */
public record Hit(
        Passage passage, double evidence, double rank, double coverage, double cosine, List<Double> sentences) {

    public Hit {
        sentences = List.copyOf(sentences);
    }

    Hit preferred(double by) {
        return new Hit(passage, evidence, rank + by, coverage, cosine, sentences);
    }
}
