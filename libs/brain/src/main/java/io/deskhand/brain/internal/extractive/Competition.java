package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.bot.Bot.EvidenceThresholds;
import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.Retrieval;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two articles that answer about equally well, so that the customer has to say which is meant.
 *
 * @param first title of the better one
 * @param second title of the next best
 */
record Competition(String first, String second) {

    /** "Gift cards" names a topic and asks nothing. A longer message says what it wants to know; asking back would only annoy. */
    private static final int FEW_WORDS = 3;

    /** The two that compete for a question, if any do. A follow-up depends on its context and never needs a clarification. */
    static Optional<Competition> in(Retrieval retrieval, SearchQuery query, EvidenceThresholds thresholds) {
        boolean topicAlone =
                query.context().isBlank() && FoldedText.words(query.focus()).split(" ").length <= FEW_WORDS;
        Set<String> topic = topicAlone ? ContentWords.of(query.focus(), query.language()) : Set.of();
        if (topic.isEmpty()) {
            return Optional.empty();
        }
        List<String> titles = close(retrieval, thresholds);
        List<String> naming = titles.stream()
                .filter(title -> ContentWords.of(title, query.language()).containsAll(topic))
                .toList();
        // An article that is called after the topic is about it; one that only mentions it is not.
        List<String> competing = naming.isEmpty() ? titles : naming;
        return competing.size() < 2
                ? Optional.empty()
                : Optional.of(new Competition(competing.get(0), competing.get(1)));
    }

    /** Titles of the articles that support an answer nearly as well as the best one does, best first. */
    private static List<String> close(Retrieval retrieval, EvidenceThresholds thresholds) {
        List<String> titles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Hit hit : retrieval.hits()) {
            double behind = retrieval.hits().getFirst().rank() - hit.rank();
            if (hit.evidence() >= thresholds.answer()
                    && behind < thresholds.compete()
                    && seen.add(hit.passage().title())) {
                titles.add(hit.passage().title());
            }
        }
        return titles;
    }
}
