package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.internal.text.ContentWords;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The content words of one passage, as {@link ContentWords} finds them.
 *
 * @param body of its text, with repetitions
 * @param head of its title, headings and questions
 */
record PassageWords(String language, List<String> body, List<String> head) {

    /** Of all passages, in order, on all cores. Equal words are one string. */
    static List<PassageWords> of(List<ArticlePassages> passages) {
        Map<String, String> known = new ConcurrentHashMap<>();
        return passages.parallelStream().map(one -> of(one, known)).toList();
    }

    private static PassageWords of(ArticlePassages one, Map<String, String> known) {
        String language = one.passage().language();
        return new PassageWords(
                language, words(one.passage().text(), language, known), words(one.head(), language, known));
    }

    private static List<String> words(String text, String language, Map<String, String> known) {
        return ContentWords.all(text, language).stream()
                .map(word -> known.computeIfAbsent(word, same -> same))
                .toList();
    }

    /** All of them, each once. */
    Set<String> distinct() {
        Set<String> all = new HashSet<>(body);
        all.addAll(head);
        return all;
    }
}
