package io.deskhand.brain.knowledge.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How rare each content word is among the passages of one language. Each word has a number, so that a passage's words are a few ints. */
public final class Lexicon {

    private static final double CONTEXT_WEIGHT = 0.3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] passagesWith = new int[256];
    private int passages;

    /**
     * Counts a passage.
     *
     * @return its words' numbers in ascending order, for {@link #in}
     */
    public int[] add(Set<String> words) {
        passages++;
        int[] found = new int[words.size()];
        int next = 0;
        for (String word : words) {
            int number = numbers.computeIfAbsent(word, unknown -> numbers.size());
            if (number == passagesWith.length) {
                passagesWith = Arrays.copyOf(passagesWith, 2 * number);
            }
            passagesWith[number]++;
            found[next++] = number;
        }
        Arrays.sort(found);
        return found;
    }

    /** Returns whether a counted passage contains a word. */
    public Predicate<String> in(int[] passage) {
        return word -> {
            Integer number = numbers.get(word);
            return number != null && Arrays.binarySearch(passage, number) >= 0;
        };
    }

    /** Inverse document frequency; greatest for a word that no passage has. */
    double rarity(String word) {
        Integer number = numbers.get(word);
        int with = number == null ? 0 : passagesWith[number];
        return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
    }

    /** The share of the query's words that were found, weighted by rarity; words of the context count less. 0 without content words. */
    public double coverage(QueryWords query, Predicate<String> found) {
        double all = 0;
        double covered = 0;
        for (String word : query.focus()) {
            double weight = rarity(word);
            all += weight;
            covered += found.test(word) ? weight : 0;
        }
        for (String word : query.context()) {
            double weight = rarity(word) * CONTEXT_WEIGHT;
            all += weight;
            covered += found.test(word) ? weight : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
