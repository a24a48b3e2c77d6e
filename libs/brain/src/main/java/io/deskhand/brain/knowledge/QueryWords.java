package io.deskhand.brain.knowledge;

import java.util.List;
import java.util.Set;

/**
 * The content words of a query in one language.
 *
 * @param focus stems of the customer's newest words
 * @param context stems of the earlier words that the focus has not
 */
record QueryWords(Set<String> focus, List<String> context) {

    static QueryWords of(SearchQuery query, String language) {
        Set<String> focus = Words.of(query.focus(), language);
        List<String> context = Words.of(query.context(), language).stream()
                .filter(word -> !focus.contains(word))
                .toList();
        return new QueryWords(focus, context);
    }

    QueryWords focusAlone() {
        return new QueryWords(focus, List.of());
    }
}
