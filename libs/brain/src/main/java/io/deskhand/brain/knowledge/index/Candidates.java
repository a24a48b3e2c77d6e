package io.deskhand.brain.knowledge.index;

import java.util.List;

/** Where passages come from. Safe for many threads. */
public interface Candidates {

    /**
     * The passages that may answer, best first.
     *
     * @param vector of the whole query
     * @param limit most of them
     */
    List<Candidate> find(SearchQuery query, float[] vector, int limit);

    /** What is needed to judge a passage that was found before. */
    Candidate of(Passage passage);

    /** All passages, or none if they cannot be listed. */
    List<Passage> passages();
}
