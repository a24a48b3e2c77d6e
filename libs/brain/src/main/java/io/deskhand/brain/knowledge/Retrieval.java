package io.deskhand.brain.knowledge;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits best first
 */
public record Retrieval(List<Hit> hits) {

    public Retrieval {
        hits = List.copyOf(hits);
    }

    /** The evidence of the best hit; 0 when nothing was found. */
    public double evidence() {
        return hits.isEmpty() ? 0 : hits.getFirst().evidence();
    }

    /** Ids of the articles found, best first, each once. */
    public List<String> articleIds() {
        return hits.stream().map(hit -> hit.passage().articleId()).distinct().toList();
    }
}
