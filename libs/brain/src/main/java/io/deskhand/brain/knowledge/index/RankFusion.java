package io.deskhand.brain.knowledge.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reciprocal rank fusion: combines several rankings without comparing their scores. */
final class RankFusion {

    /** How many of each order are looked at. */
    static final int CANDIDATES = 30;

    /** Softens the lead of the first ranks; the value of the method's authors (Cormack, Clarke, Büttcher 2009). */
    private static final double SOFTENER = 60;

    private final Map<Integer, Double> scores = new HashMap<>();

    /** @param order positions, best first */
    void add(List<Integer> order) {
        for (int rank = 0; rank < order.size(); rank++) {
            scores.merge(order.get(rank), 1 / (SOFTENER + rank + 1), Double::sum);
        }
    }

    /** Best first; equal ones in the order of their positions. */
    List<Integer> best(int limit) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
