package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Kind;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.List;

/** Writes a run of sentences for the customer: prose as prose, items with marks, steps with numbers, each list below what introduces it. */
final class ExcerptText {

    private ExcerptText() {}

    static String written(Passage passage, Span span) {
        List<Sentence> sentences = span.of(passage.sentences());
        Sentence first = sentences.getFirst();
        StringBuilder text = new StringBuilder();
        if (first.kind() != Kind.PROSE && needsIntroduction(sentences)) {
            text.append(introduction(passage, first));
        }
        int step = 0;
        for (Sentence sentence : sentences) {
            boolean alone = sentences.size() == 1;
            String mark = switch (sentence.kind()) {
                case PROSE -> text.isEmpty() ? "" : sentence.startsBlock() ? "\n\n" : " ";
                case ITEM, ROW -> alone ? (text.isEmpty() ? "" : " ") : (text.isEmpty() ? "- " : "\n- ");
                case STEP -> (text.isEmpty() ? "" : "\n") + ++step + ". ";
            };
            text.append(mark).append(sentence.text());
        }
        return text.toString();
    }

    /** A full sentence needs no introduction; "M: 90–95 cm" does. */
    private static boolean needsIntroduction(List<Sentence> sentences) {
        Sentence first = sentences.getFirst();
        return sentences.size() > 1
                || !first.text().endsWith(".")
                || !first.lead().isEmpty();
    }

    private static String introduction(Passage passage, Sentence first) {
        if (!first.lead().isEmpty()) {
            return first.lead();
        }
        String heading = passage.headings().isEmpty()
                ? passage.title()
                : passage.headings().getLast();
        return heading.endsWith("?") ? heading : heading + ":";
    }
}
