package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.internal.text.ContentWords;
import java.util.List;
import java.util.Set;

/**
 * The content words of a query in one language.
 *
 * @param focus stems of the customer's newest message
 * @param context stems of the earlier words that the focus has not
 */
public record QueryWords(Set<String> focus, List<String> context) {

    public static QueryWords of(SearchQuery query, String language) {
        Set<String> focus = ContentWords.of(query.focus(), language);
        List<String> context = ContentWords.of(query.context(), language).stream()
                .filter(word -> !focus.contains(word))
                .toList();
        return new QueryWords(focus, context);
    }

    public QueryWords focusAlone() {
        return new QueryWords(focus, List.of());
    }
}
