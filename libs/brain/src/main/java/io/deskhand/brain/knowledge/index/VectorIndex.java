package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.knowledge.embedding.CompactVector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Nearest-neighbour search over unit vectors. A passage may have several (its text, its questions); the nearest one counts.
 *
 * <p>A scan in two steps. The signs of all components, 64 to a long, pick the {@value #PICKED} vectors that agree with the query in most signs. Only those are compared
 * exactly. Up to that number of vectors the result is exact; beyond, the nearest by cosine are very seldom missed.
 */
final class VectorIndex {

    private static final int PICKED = 600;

    private final CompactVector[] vectors;
    private final long[] signs;
    private final int longs;
    private final int[] owners;
    /** Where the vectors of each passage begin, and behind the last one's end. */
    private final int[] begins;

    /**
     * @param ofPassages the vectors of each passage
     * @param dimensions of each vector
     */
    VectorIndex(List<List<CompactVector>> ofPassages, int dimensions) {
        int all = ofPassages.stream().mapToInt(List::size).sum();
        vectors = new CompactVector[all];
        owners = new int[all];
        begins = new int[ofPassages.size() + 1];
        longs = (dimensions + Long.SIZE - 1) / Long.SIZE;
        signs = new long[all * longs];
        int next = 0;
        for (int passage = 0; passage < ofPassages.size(); passage++) {
            begins[passage] = next;
            for (CompactVector vector : ofPassages.get(passage)) {
                vectors[next] = vector;
                owners[next] = passage;
                for (int i = 0; i < dimensions; i++) {
                    if (vector.components()[i] > 0) {
                        signs[next * longs + i / Long.SIZE] |= 1L << i;
                    }
                }
                next++;
            }
        }
        begins[ofPassages.size()] = next;
    }

    /** The cosine of a passage's nearest vector. */
    double cosine(int passage, float[] query) {
        double best = -1;
        for (int i = begins[passage]; i < begins[passage + 1]; i++) {
            best = Math.max(best, vectors[i].cosine(query));
        }
        return best;
    }

    /** Positions of the nearest passages, nearest first. */
    List<Integer> nearest(float[] query, int limit) {
        double[] best = new double[begins.length - 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        int[] differing = differingSigns(query);
        int most = mostDiffering(differing);
        for (int i = 0; i < vectors.length; i++) {
            if (differing[i] <= most) {
                best[owners[i]] = Math.max(best[owners[i]], vectors[i].cosine(query));
            }
        }
        Comparator<Integer> farthestFirst =
                Comparator.<Integer>comparingDouble(i -> best[i]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(limit + 1, farthestFirst);
        for (int i = 0; i < best.length; i++) {
            Integer farthest = kept.peek();
            boolean nearer = kept.size() < limit || farthest == null || best[i] > best[farthest];
            if (nearer && best[i] > Double.NEGATIVE_INFINITY) {
                kept.add(i);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(farthestFirst.reversed()).toList();
    }

    /** For each vector, in how many components its sign is another than the query's. */
    private int[] differingSigns(float[] query) {
        long[] wanted = new long[longs];
        for (int i = 0; i < query.length; i++) {
            if (query[i] > 0) {
                wanted[i / Long.SIZE] |= 1L << i;
            }
        }
        int[] differing = new int[vectors.length];
        for (int i = 0; i < differing.length; i++) {
            int count = 0;
            for (int j = 0; j < longs; j++) {
                count += Long.bitCount(signs[i * longs + j] ^ wanted[j]);
            }
            differing[i] = count;
        }
        return differing;
    }

    /** The bound within which at least {@value #PICKED} vectors lie, or all. */
    private int mostDiffering(int[] differing) {
        int[] histogram = new int[longs * Long.SIZE + 1];
        for (int count : differing) {
            histogram[count]++;
        }
        int within = 0;
        for (int bound = 0; bound < histogram.length; bound++) {
            within += histogram[bound];
            if (within >= PICKED) {
                return bound;
            }
        }
        return histogram.length;
    }
}
