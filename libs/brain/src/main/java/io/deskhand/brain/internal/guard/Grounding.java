package io.deskhand.brain.internal.guard;

import io.deskhand.brain.internal.detect.Claims;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.knowledge.index.Passage;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks whether a sentence is supported: by what it cites, or, if it claims something without a citation, by any passage shown.
 *
 * <p>Support is a share of common content words, or nearness in meaning. Non-guarantees: a sentence that says the contrary in the same words counts as supported.
 * Across languages only figures are compared. The same holds after a tool has returned something, since its results are data with few words.
 */
final class Grounding {

    /** A sentence with at least this many content words is a claim. */
    private static final int CLAIM_WORDS = 4;

    private static final double CITED_WORDS = 0.5;
    private static final double CITED_MEANING = 0.55;
    private static final double FREE_WORDS = 0.6;
    private static final double FREE_MEANING = 0.65;

    /** What the company does or the customer may do, in a few languages: a claim in however few words. */
    private static final Pattern OF_US = Pattern.compile(
            "\\b(?:we|our|us|you (?:can|may|have|get|will)|wir|unser\\w*|(?:du|sie) (?:kannst|konnen|hast|haben|bekommst|bekommen)|nous|notre|nos|vous (?:pouvez|avez)|nosotros|nuestr\\w+|"
                    + "(?:puedes?|tienes?)|noi|nostr\\w+|puoi|wij|we|onze?|nos|noss\\w+|pode)\\b");

    private final Sources sources;

    Grounding(Sources sources) {
        this.sources = sources;
    }

    boolean supported(String sentence, Collection<Passage> cited) {
        Set<String> words = sources.wordsOf(sentence);
        boolean cites = !cited.isEmpty();
        if (!cites && (sources.hasMaterial() || !claims(sentence, words))) {
            return true;
        }
        Collection<Passage> by = cites ? cited : sources.passages();
        if (!by.isEmpty() && !sources.comparable(by)) {
            return true;
        }
        return sources.overlap(words, by) >= (cites ? CITED_WORDS : FREE_WORDS)
                || sources.nearness(sentence, by) >= (cites ? CITED_MEANING : FREE_MEANING);
    }

    private static boolean claims(String sentence, Set<String> words) {
        if (sentence.strip().endsWith("?") || Claims.offer(sentence)) {
            return false;
        }
        return words.size() >= CLAIM_WORDS
                || !words.isEmpty() && OF_US.matcher(FoldedText.of(sentence)).find();
    }
}
