package io.deskhand.brain.knowledge.index;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an article under one heading: the unit of retrieval.
 *
 * @param id unique within the bot: the article's id, "#" and a number from 0
 * @param articleId id of its article
 * @param headings headings above it, outermost first, without the article's title
 * @param language BCP 47 tag of the text
 * @param updated when the article's facts were last checked, if known
 * @param opening index of the first sentence under its own heading; those before it introduce the article
 * @param sentences its text in order, in plain text (Markdown marks removed), never empty
 */
public record Passage(
        String id,
        String articleId,
        String title,
        String url,
        List<String> headings,
        String language,
        @Nullable LocalDate updated,
        int opening,
        List<Sentence> sentences) {

    public Passage {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
    }

    /** The sentences as running text; list items and table rows on lines of their own. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Sentence sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(sentence.startsBlock() ? '\n' : ' ');
            }
            text.append(sentence.text());
        }
        return text.toString();
    }

    /** Title and headings in one line. */
    public String heading() {
        return headings.isEmpty() ? title : title + " – " + String.join(" – ", headings);
    }

    /** The text that is embedded for the passage. */
    public String embeddingText() {
        return heading() + ". " + sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /**
     * A sentence, a list item or a table row.
     *
     * @param text verbatim, apart from Markdown marks
     * @param lead the words that introduce its list or table, such as "These items cannot be returned:"; empty for prose
     * @param kind what it is
     * @param startsBlock whether a paragraph, item or row begins with it
     */
    public record Sentence(String text, String lead, Kind kind, boolean startsBlock) {

        Sentence cut(int from, int to) {
            return new Sentence(text.substring(from, to).strip(), lead, kind, startsBlock && from == 0);
        }
    }

    public enum Kind {
        PROSE,
        /** Of a list with bullets. */
        ITEM,
        /** Of a numbered list. */
        STEP,
        ROW
    }
}
