package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.index.Passage.Kind;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.List;

/** One to three sentences of running text around the one that answers best, so that they can be understood alone. */
final class ProseSpan {

    private static final int MOST_SENTENCES = 3;
    private static final int LONG = 420;
    /** What can be read at a glance is given whole: the sentence beside the best one often holds the point. */
    private static final int GLANCE = 360;

    private static final int SHORT = 60;
    private static final double NEARLY_AS_GOOD = 0.75;

    private final Hit hit;
    private final List<Sentence> sentences;
    private final int best;
    /** The article's introduction or the section's own text, whichever contains the best sentence. */
    private final Span part;

    private ProseSpan(Hit hit, int best) {
        this.hit = hit;
        this.sentences = hit.passage().sentences();
        this.best = best;
        int opening = hit.passage().opening();
        this.part = best < opening ? new Span(0, opening - 1) : new Span(opening, sentences.size() - 1);
    }

    static Span around(Hit hit, int best) {
        return new ProseSpan(hit, best).span();
    }

    private Span span() {
        if (part.size() <= MOST_SENTENCES && part.length(sentences) <= GLANCE && isProse(part)) {
            return part;
        }
        int from = beginning();
        int to = end(from);
        if (sentences.get(to).text().endsWith(":")) {
            to = Math.min(Math.min(lastIntroduced(to), part.to()), to + ListSpan.MOST_ITEMS);
        }
        return new Span(from, to);
    }

    /** A section opens with its point, so an answer near the opening begins there; else as far back as the sentences depend on earlier ones. */
    private int beginning() {
        Span fromOpening = new Span(part.from(), best);
        if (fromOpening.size() <= MOST_SENTENCES && fromOpening.length(sentences) <= LONG && isProse(fromOpening)) {
            return part.from();
        }
        int from = best;
        while (from > part.from()
                && best - from < MOST_SENTENCES - 1
                && Anaphora.leans(sentences.get(from))
                && isProse(sentences.get(from - 1))) {
            from--;
        }
        return from;
    }

    private int end(int from) {
        int to = best;
        while (to < part.to()
                && to - from + 1 < MOST_SENTENCES
                && isProse(sentences.get(to + 1))
                && belongs(to, new Span(from, to).length(sentences))) {
            to++;
        }
        return to;
    }

    /** Whether the sentence after goes with what has been taken. */
    private boolean belongs(int last, int length) {
        Sentence next = sentences.get(last + 1);
        if (sentences.get(last).text().endsWith("?")) {
            return true;
        }
        if (next.startsBlock()
                || length + next.text().length() > LONG
                || next.text().endsWith(":")) {
            return false;
        }
        return Anaphora.leans(next)
                || length < SHORT
                || hit.sentences().get(last + 1)
                        >= NEARLY_AS_GOOD * hit.sentences().get(best);
    }

    private int lastIntroduced(int lead) {
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

    private boolean isProse(Span span) {
        return span.of(sentences).stream().allMatch(ProseSpan::isProse);
    }

    private static boolean isProse(Sentence sentence) {
        return sentence.kind() == Kind.PROSE;
    }
}
