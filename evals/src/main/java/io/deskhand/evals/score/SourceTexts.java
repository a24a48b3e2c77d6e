package io.deskhand.evals.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a bot may draw on: its articles as plain text, and its system prompt, which must stay inside. */
public final class SourceTexts {

    private final Map<String, String> articles = new LinkedHashMap<>();
    private final String systemPrompt;

    /**
     * @param articles Markdown by article id
     * @param systemPrompt the template; "" if there is none
     */
    public SourceTexts(Map<String, String> articles, String systemPrompt) {
        articles.forEach((id, markdown) -> this.articles.put(id, PlainText.plain(markdown)));
        this.systemPrompt = systemPrompt;
    }

    /** The same with another article, whose text is not checked for truth. */
    SourceTexts with(Map<String, String> more) {
        SourceTexts sources = new SourceTexts(Map.of(), systemPrompt);
        sources.articles.putAll(articles);
        more.forEach((id, text) -> sources.articles.put(id, PlainText.plain(text)));
        return sources;
    }

    /** An article's plain text. */
    Optional<String> article(String id) {
        return Optional.ofNullable(articles.get(id));
    }

    /** Whether an article names the address. */
    boolean publishes(String mail) {
        return articles.values().stream().anyMatch(text -> PlainText.contains(text, mail));
    }

    String systemPrompt() {
        return systemPrompt;
    }
}
