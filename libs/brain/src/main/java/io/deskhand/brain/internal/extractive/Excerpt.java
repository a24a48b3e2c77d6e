package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.Citation;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Kind;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.stream.Collectors;

/**
 * The sentences of a passage that answer, as a text for the customer.
 *
 * @param text the answer: one to three sentences, a run of list items, or a list of steps
 * @param citation its source; its quote is the run of sentences, joined by spaces
 */
record Excerpt(String text, Citation citation) {

    private static final double OPENING_BONUS = 0.1;

    static Excerpt of(Hit hit) {
        Passage passage = hit.passage();
        int best = best(hit);
        Span span = switch (passage.sentences().get(best).kind()) {
            case PROSE -> ProseSpan.around(hit, best);
            case ITEM, ROW -> ListSpan.items(hit, best);
            case STEP -> ListSpan.whole(passage, best);
        };
        String quote = span.of(passage.sentences()).stream().map(Sentence::text).collect(Collectors.joining(" "));
        return new Excerpt(
                ExcerptText.written(passage, span),
                new Citation(passage.articleId(), passage.title(), passage.url(), quote));
    }

    private static int best(Hit hit) {
        int best = 0;
        double highest = -1;
        for (int i = 0; i < hit.sentences().size(); i++) {
            double score = hit.sentences().get(i) + prior(hit.passage(), i);
            if (score > highest) {
                best = i;
                highest = score;
            }
        }
        return best;
    }

    /** Prose opens with its point, lists do not; an introduction rather greets. */
    private static double prior(Passage passage, int index) {
        if (index < passage.opening()) {
            return -OPENING_BONUS;
        }
        boolean opensProse =
                index == passage.opening() && passage.sentences().get(index).kind() == Kind.PROSE;
        return opensProse ? OPENING_BONUS : 0;
    }
}
