package io.deskhand.brain.internal.llm;

import io.deskhand.brain.Citation;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the model's {@code [doc-id]} marks into citations with a verbatim quote, and keeps the marks out of what the customer sees. For one turn. */
final class CitationMarks {

    private static final Pattern MARK = Pattern.compile(
            "\\s*\\[((?:doc:)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\\s*[,;]\\s*(?:doc:)?[a-z0-9]+(?:-[a-z0-9]+)*)*)]");

    private final KnowledgeBase knowledge;
    private final String language;
    private final Map<String, Passage> retrieved = new LinkedHashMap<>();
    private final Map<String, String> cited = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    CitationMarks(KnowledgeBase knowledge, String language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    /** Passages that the model has been shown; only they can be cited. */
    void shown(Collection<Passage> passages) {
        passages.forEach(passage -> retrieved.putIfAbsent(passage.id(), passage));
    }

    /**
     * A sentence without its marks.
     *
     * @param ids of the articles that it cites, as the model wrote them
     */
    record Marked(String bare, List<String> ids) {}

    Marked read(String sentence) {
        Matcher marks = MARK.matcher(sentence);
        StringBuilder bare = new StringBuilder();
        List<String> ids = new ArrayList<>();
        while (marks.find()) {
            List<String> found = List.of(marks.group(1).replace("doc:", "").split("\\s*[,;]\\s*"));
            boolean mark =
                    found.stream().anyMatch(this::isShown) || found.stream().allMatch(id -> id.contains("-"));
            marks.appendReplacement(bare, mark ? "" : Matcher.quoteReplacement(marks.group()));
            if (mark) {
                ids.addAll(found);
            }
        }
        marks.appendTail(bare);
        return new Marked(bare.toString(), ids);
    }

    /** Passages of the articles that a sentence cites, as far as the model has been shown them. */
    List<Passage> passages(Marked sentence) {
        return retrieved.values().stream()
                .filter(passage -> sentence.ids().contains(passage.articleId()))
                .toList();
    }

    /** Keeps the citations of a sentence that is shown. */
    void keep(Marked sentence) {
        sentence.ids().forEach(id -> cite(id, sentence.bare()));
    }

    /** Citations so far, in order of first mention. Looking for the quotes takes some milliseconds each: for the end of the turn. */
    List<Citation> citations() {
        return cited.entrySet().stream()
                .map(first -> citation(first.getKey(), first.getValue()))
                .toList();
    }

    /** Ids that the model invented. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private boolean isShown(String id) {
        return retrieved.values().stream()
                .anyMatch(passage -> passage.articleId().equals(id));
    }

    private void cite(String id, String sentence) {
        if (isShown(id)) {
            cited.putIfAbsent(id, sentence);
        } else {
            unknown.add(id);
        }
    }

    private Citation citation(String id, String sentence) {
        List<Passage> passages = retrieved.values().stream()
                .filter(passage -> passage.articleId().equals(id))
                .toList();
        Sentence quote = knowledge.nearestSentence(sentence, passages, language);
        Passage first = passages.getFirst();
        return new Citation(id, first.title(), first.url(), quote.text());
    }
}
