package io.deskhand.brain.extractive;

import io.deskhand.brain.Citation;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.Passage;
import io.deskhand.brain.knowledge.Passage.Kind;
import io.deskhand.brain.knowledge.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sentences of a passage that answer, as a text for the customer.
 *
 * @param text the answer: one to three sentences, a run of list items, or a list of steps
 * @param citation where it stands; its quote is the run of sentences, joined by spaces
 */
record Excerpt(String text, Citation citation) {

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_ITEMS = 8;
    private static final int LONG_PROSE = 420;
    private static final int LONG_LIST = 700;
    private static final int GLANCE = 360;
    private static final int SHORT = 60;
    private static final double NEARLY_AS_GOOD = 0.75;
    private static final double ONE_OF_MANY = 0.85;
    private static final double OPENING_BONUS = 0.1;

    /** Openings that mean nothing without the sentence before. */
    private static final Set<String> LEANING = Set.of(
            "it",
            "they",
            "this",
            "that",
            "these",
            "those",
            "then",
            "but",
            "however",
            "otherwise",
            "later",
            "both",
            "until",
            "after",
            "there",
            "instead",
            "if",
            "or",
            "so",
            "also",
            "only",
            "er",
            "sie",
            "es",
            "dann",
            "aber",
            "danach",
            "il",
            "elle",
            "cela",
            "mais",
            "ils",
            "pero",
            "esto",
            "ma",
            "questo");

    static Excerpt of(Hit hit) {
        Passage passage = hit.passage();
        int best = best(hit);
        Span span = switch (passage.sentences().get(best).kind()) {
            case PROSE -> prose(hit, best);
            case ITEM, ROW -> items(hit, best);
            case STEP -> wholeList(passage, best);
        };
        Citation citation = new Citation(
                passage.articleId(), passage.title(), passage.url(), String.join(" ", texts(passage, span)));
        return new Excerpt(written(passage, span), citation);
    }

    /** From the first to the last sentence, both included. */
    private record Span(int from, int to) {}

    private static int best(Hit hit) {
        int best = 0;
        double highest = -1;
        for (int i = 0; i < hit.sentences().size(); i++) {
            double score = hit.sentences().get(i) + prior(hit.passage(), i);
            if (score > highest) {
                best = i;
                highest = score;
            }
        }
        return best;
    }

    /** Prose opens with its point, lists do not; an introduction rather greets. */
    private static double prior(Passage passage, int index) {
        if (index < passage.opening()) {
            return -OPENING_BONUS;
        }
        return index == passage.opening() && isProse(passage.sentences().get(index)) ? OPENING_BONUS : 0;
    }

    private static Span prose(Hit hit, int best) {
        List<Sentence> sentences = hit.passage().sentences();
        int opening = hit.passage().opening();
        int first = best < opening ? 0 : opening;
        int last = best < opening ? opening - 1 : sentences.size() - 1;
        if (isShortProse(sentences, first, last)) {
            return new Span(first, last);
        }
        int from = reachesBack(sentences, first, best) ? first : best;
        while (from > first
                && best - from < MOST_SENTENCES - 1
                && leans(sentences.get(from))
                && isProse(sentences.get(from - 1))) {
            from--;
        }
        int to = best;
        while (to < last
                && to - from + 1 < MOST_SENTENCES
                && isProse(sentences.get(to + 1))
                && belongs(hit, best, to, length(sentences, from, to))) {
            to++;
        }
        if (sentences.get(to).text().endsWith(":")) {
            to = Math.min(Math.min(lastIntroduced(sentences, to), last), to + MOST_ITEMS);
        }
        return new Span(from, to);
    }

    /** A section opens with its point, so an answer near the opening begins there. */
    private static boolean reachesBack(List<Sentence> sentences, int first, int best) {
        return best - first < MOST_SENTENCES
                && length(sentences, first, best) <= LONG_PROSE
                && sentences.subList(first, best + 1).stream().allMatch(Excerpt::isProse);
    }

    /** What can be read at a glance is given whole: the sentence beside the best one often holds the point. */
    private static boolean isShortProse(List<Sentence> sentences, int first, int last) {
        return last - first < MOST_SENTENCES
                && length(sentences, first, last) <= GLANCE
                && sentences.subList(first, last + 1).stream().allMatch(Excerpt::isProse);
    }

    private static int lastIntroduced(List<Sentence> sentences, int lead) {
        int introduced = lead;
        while (introduced + 1 < sentences.size()
                && sentences
                        .get(introduced + 1)
                        .lead()
                        .equals(sentences.get(lead).text())) {
            introduced++;
        }
        return introduced;
    }

    private static boolean belongs(Hit hit, int best, int to, int length) {
        Sentence last = hit.passage().sentences().get(to);
        Sentence next = hit.passage().sentences().get(to + 1);
        if (last.text().endsWith("?")) {
            return true;
        }
        if (next.startsBlock()
                || length + next.text().length() > LONG_PROSE
                || next.text().endsWith(":")) {
            return false;
        }
        return leans(next)
                || length < SHORT
                || hit.sentences().get(to + 1)
                        >= NEARLY_AS_GOOD * hit.sentences().get(best);
    }

    /** The item with those neighbours that answer nearly as well; the whole list when the question is about all of it. */
    private static Span items(Hit hit, int best) {
        Span list = wholeList(hit.passage(), best);
        double enough = ONE_OF_MANY * hit.sentences().get(best);
        int from = best;
        while (from > list.from() && hit.sentences().get(from - 1) >= enough) {
            from--;
        }
        int to = best;
        while (to < list.to() && hit.sentences().get(to + 1) >= enough) {
            to++;
        }
        return to - from + 1 > MOST_SENTENCES ? list : new Span(from, to);
    }

    private static Span wholeList(Passage passage, int member) {
        List<Sentence> sentences = passage.sentences();
        int from = member;
        while (from > 0 && sameList(sentences.get(from - 1), sentences.get(member))) {
            from--;
        }
        int to = member;
        while (to + 1 < sentences.size()
                && to - from + 1 < MOST_ITEMS
                && sameList(sentences.get(to + 1), sentences.get(member))
                && length(sentences, from, to + 1) <= LONG_LIST) {
            to++;
        }
        return member > to ? new Span(member, member) : new Span(from, to);
    }

    private static boolean sameList(Sentence a, Sentence b) {
        return a.kind() == b.kind() && a.lead().equals(b.lead());
    }

    private static String written(Passage passage, Span span) {
        List<Sentence> sentences = passage.sentences().subList(span.from(), span.to() + 1);
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

    /** A full sentence stands by itself; "M: 90–95 cm" does not. */
    private static boolean needsIntroduction(List<Sentence> sentences) {
        return sentences.size() > 1
                || !sentences.getFirst().text().endsWith(".")
                || !sentences.getFirst().lead().isEmpty();
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

    private static boolean leans(Sentence sentence) {
        String[] words = sentence.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2);
        return words.length > 0 && LEANING.contains(words[0]);
    }

    private static boolean isProse(Sentence sentence) {
        return sentence.kind() == Kind.PROSE;
    }

    private static int length(List<Sentence> sentences, int from, int to) {
        return sentences.subList(from, to + 1).stream()
                .mapToInt(s -> s.text().length())
                .sum();
    }

    private static List<String> texts(Passage passage, Span span) {
        List<String> texts = new ArrayList<>();
        passage.sentences().subList(span.from(), span.to() + 1).forEach(sentence -> texts.add(sentence.text()));
        return texts;
    }
}
