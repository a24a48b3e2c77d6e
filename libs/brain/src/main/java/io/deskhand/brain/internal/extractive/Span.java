package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.List;

/** From the first to the last sentence of a passage, both included. */
record Span(int from, int to) {

    int size() {
        return to - from + 1;
    }

    List<Sentence> of(List<Sentence> sentences) {
        return sentences.subList(from, to + 1);
    }

    /** Characters, without the spaces between. */
    int length(List<Sentence> sentences) {
        return of(sentences).stream().mapToInt(s -> s.text().length()).sum();
    }
}
