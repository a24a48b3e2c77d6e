package io.deskhand.brain.knowledge;

/**
 * How well a passage supports an answer, in [0, 1].
 *
 * <p>A logistic function of three observations that neither the model nor the customer can inflate. The first is the share of the question's content words that the
 * passage contains. It is weighted by rarity: a word found nowhere in the knowledge counts most. The others are cosines in the embedding space, of the question with
 * the passage and with the passage's nearest sentence. Words alone are fooled by chance matches, meanings alone by neighbouring topics; each covers for the other. The
 * weights were fitted by logistic regression on two thirds of the labelled questions in {@code retrieval/demo-store.tsv}; the last third confirms them (see
 * {@code RetrievalQualityTest}). Above 0.5 the best passage is more likely right than wrong.
 */
final class Evidence {

    private static final double BIAS = -4.8;
    private static final double COVERAGE = 2.8;
    private static final double PASSAGE_COSINE = 3.4;
    private static final double SENTENCE_COSINE = 4.2;

    private Evidence() {}

    static double of(double coverage, double passageCosine, double sentenceCosine) {
        double sum = BIAS + COVERAGE * coverage + PASSAGE_COSINE * passageCosine + SENTENCE_COSINE * sentenceCosine;
        return 1 / (1 + Math.exp(-sum));
    }
}
