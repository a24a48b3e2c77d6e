package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.List;

/** What of a list or a table answers. */
final class ListSpan {

    static final int MOST_ITEMS = 8;

    private static final int FEW = 3;
    private static final int LONG = 700;
    private static final double ONE_OF_MANY = 0.85;

    private ListSpan() {}

    /** The item with those neighbours that answer nearly as well; the whole list when the question is about all of it. */
    static Span items(Hit hit, int best) {
        Span list = whole(hit.passage(), best);
        double enough = ONE_OF_MANY * hit.sentences().get(best);
        int from = best;
        while (from > list.from() && hit.sentences().get(from - 1) >= enough) {
            from--;
        }
        int to = best;
        while (to < list.to() && hit.sentences().get(to + 1) >= enough) {
            to++;
        }
        Span near = new Span(from, to);
        return near.size() > FEW ? list : near;
    }

    /** The list that a member belongs to, as far as it fits; steps are of use only together. */
    static Span whole(Passage passage, int member) {
        List<Sentence> sentences = passage.sentences();
        int from = member;
        while (from > 0 && member - from + 1 < MOST_ITEMS && sameList(sentences.get(from - 1), sentences.get(member))) {
            from--;
        }
        int to = member;
        while (to + 1 < sentences.size()
                && to - from + 1 < MOST_ITEMS
                && sameList(sentences.get(to + 1), sentences.get(member))
                && new Span(from, to + 1).length(sentences) <= LONG) {
            to++;
        }
        return new Span(from, to);
    }

    private static boolean sameList(Sentence a, Sentence b) {
        return a.kind() == b.kind() && a.lead().equals(b.lead());
    }
}
