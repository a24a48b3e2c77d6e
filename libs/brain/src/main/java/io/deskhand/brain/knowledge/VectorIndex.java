package io.deskhand.brain.knowledge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Nearest passages by a plain scan over unit vectors. A passage may have several (its text, how customers put it); the nearest one counts. Exact, and at 10,000
 * passages about as fast as it takes to embed the query.
 */
final class VectorIndex {

    private final CompactVector[] vectors;
    private final int[] owners;
    private final int passages;

    /** @param ofPassages the vectors of each passage */
    VectorIndex(List<List<CompactVector>> ofPassages) {
        passages = ofPassages.size();
        int all = ofPassages.stream().mapToInt(List::size).sum();
        vectors = new CompactVector[all];
        owners = new int[all];
        int next = 0;
        for (int passage = 0; passage < passages; passage++) {
            for (CompactVector vector : ofPassages.get(passage)) {
                vectors[next] = vector;
                owners[next++] = passage;
            }
        }
    }

    /** For each passage the cosine of its nearest vector. */
    double[] cosines(float[] query) {
        double[] best = new double[passages];
        Arrays.fill(best, -1);
        for (int i = 0; i < vectors.length; i++) {
            best[owners[i]] = Math.max(best[owners[i]], vectors[i].cosine(query));
        }
        return best;
    }

    /** Positions of the nearest passages, nearest first. */
    static List<Integer> nearest(double[] cosines, int limit) {
        Comparator<Integer> farthestFirst =
                Comparator.<Integer>comparingDouble(i -> cosines[i]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(limit + 1, farthestFirst);
        for (int i = 0; i < cosines.length; i++) {
            Integer farthest = kept.peek();
            if (kept.size() < limit || farthest == null || cosines[i] > cosines[farthest]) {
                kept.add(i);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(farthestFirst.reversed()).toList();
    }
}
