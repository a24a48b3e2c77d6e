package io.deskhand.brain.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Nearest passages by a plain scan over unit vectors. A passage may have several (its text, how customers put it); the nearest one counts. Exact, and at 10,000
 * passages faster than it takes to embed the query.
 */
final class VectorIndex {

    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private int passages;

    void add(int passage, float[] vector) {
        vectors.add(vector);
        owners.add(passage);
        passages = Math.max(passages, passage + 1);
    }

    /** For each passage the cosine of its nearest vector. */
    double[] cosines(float[] query) {
        double[] best = new double[passages];
        Arrays.fill(best, -1);
        for (int i = 0; i < vectors.size(); i++) {
            int owner = owners.get(i);
            best[owner] = Math.max(best[owner], Embeddings.cosine(query, vectors.get(i)));
        }
        return best;
    }

    /** Positions of the nearest passages, nearest first. */
    static List<Integer> nearest(double[] cosines, int limit) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -cosines[i]));
        return order.subList(0, Math.min(limit, order.size()));
    }
}
