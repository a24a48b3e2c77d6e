package io.deskhand.brain.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How rare each content word is among the passages of one language. */
final class Lexicon {

    private static final double CONTEXT_WEIGHT = 0.3;

    private final Map<String, Integer> passagesWith = new HashMap<>();
    private int passages;

    void add(Set<String> words) {
        passages++;
        words.forEach(word -> passagesWith.merge(word, 1, Integer::sum));
    }

    /** Inverse document frequency; greatest for a word that no passage has. */
    double rarity(String word) {
        int with = passagesWith.getOrDefault(word, 0);
        return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
    }

    /** The share of the query's content words found in a set of words, weighted by rarity; words of the context count less. 0 without content words. */
    double coverage(SearchQuery query, String language, Set<String> found) {
        Set<String> focus = Words.of(query.focus(), language);
        List<String> words = new ArrayList<>(focus);
        Words.of(query.context(), language).stream()
                .filter(word -> !focus.contains(word))
                .forEach(words::add);
        double all = 0;
        double covered = 0;
        for (String word : words) {
            double weight = rarity(word) * (focus.contains(word) ? 1 : CONTEXT_WEIGHT);
            all += weight;
            covered += found.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
