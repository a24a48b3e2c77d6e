package io.deskhand.brain.internal.guard;

import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.index.Passage;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a turn's sentences may rest on: the passages that the model was shown, and other material such as results of tools. What was said before supports less. For one
 * turn.
 */
public final class Sources {

    private final PassageVectors vectors;
    private final String language;
    private final Map<String, Passage> passages = new LinkedHashMap<>();
    private final Set<String> figures = new HashSet<>();
    private final Set<String> figuresSaid = new HashSet<>();
    private final StringBuilder links = new StringBuilder();
    private final Set<String> words = new HashSet<>();

    /** @param language BCP 47 tag of the language that the model answers in */
    public Sources(PassageVectors vectors, String language) {
        this.vectors = vectors;
        this.language = language;
    }

    /** Adds what was said in the ticket. Its figures and links may be repeated, but a participant's words do not prove an amount of money or a percentage. */
    public void said(String text) {
        figuresSaid.addAll(Figures.in(text));
        links.append(text.toLowerCase(Locale.ROOT)).append('\n');
    }

    public void shown(Collection<Passage> more) {
        for (Passage passage : more) {
            if (passages.putIfAbsent(passage.id(), passage) == null) {
                links.append(whole(passage).toLowerCase(Locale.ROOT)).append('\n');
            }
        }
    }

    /** Facts that are no passage and cannot be cited, such as the result of a tool. */
    public void material(String text) {
        figures.addAll(Figures.in(text));
        links.append(text.toLowerCase(Locale.ROOT)).append('\n');
        words.addAll(ContentWords.of(text, language));
    }

    /** Returns whether there are facts that no passage has. */
    boolean hasMaterial() {
        return !words.isEmpty() || !figures.isEmpty();
    }

    Collection<Passage> passages() {
        return passages.values();
    }

    /** Returns whether these passages or other material contain every figure of a sentence; a plain number may also come from the dialogue. */
    boolean hasFiguresOf(String sentence, Collection<Passage> within) {
        Set<String> wanted = Figures.in(sentence);
        if (wanted.isEmpty()) {
            return true;
        }
        Set<String> known = new HashSet<>(figures);
        within.forEach(passage -> known.addAll(Figures.in(whole(passage))));
        if (!known.containsAll(Figures.amountsIn(sentence))) {
            return false;
        }
        known.addAll(figuresSaid);
        return known.containsAll(wanted);
    }

    boolean hasLink(String link) {
        return links.indexOf(link) >= 0;
    }

    /** The share of a sentence's content words, in [0, 1], that these passages or other material contain; 1 for a sentence without any. */
    double overlap(Set<String> wanted, Collection<Passage> within) {
        Set<String> known = new HashSet<>(words);
        within.forEach(passage -> known.addAll(ContentWords.of(whole(passage), language)));
        long found = wanted.stream().filter(known::contains).count();
        return wanted.isEmpty() ? 1 : (double) found / wanted.size();
    }

    /** How near the nearest sentence of these passages is in meaning: a cosine; 0 without passages. */
    double nearness(String sentence, Collection<Passage> within) {
        float[] vector = vectors.of(sentence);
        double nearest = 0;
        for (Passage passage : within) {
            for (float[] other : vectors.of(passage)) {
                nearest = Math.max(nearest, Embeddings.cosine(vector, other));
            }
        }
        return nearest;
    }

    /** Returns whether any of the passages is in the language of the answer: words cannot be compared across languages. */
    boolean comparable(Collection<Passage> within) {
        return within.stream().anyMatch(passage -> primary(passage.language()).equals(primary(language)));
    }

    Set<String> wordsOf(String sentence) {
        return ContentWords.of(sentence, language);
    }

    private static String whole(Passage passage) {
        return passage.heading() + "\n" + passage.text() + "\n" + passage.url();
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
