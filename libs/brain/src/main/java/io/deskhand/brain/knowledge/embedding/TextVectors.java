package io.deskhand.brain.knowledge.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a set of texts, by text. Vectors that an earlier set or the cache on disk has are taken from there. The rest is computed in batches. Each batch is
 * stored at once, so a start that is interrupted keeps what it has computed.
 */
public final class TextVectors {

    private static final int BATCH = 256;

    private final Map<VectorKey, CompactVector> byKey;
    private final int computed;

    private TextVectors(Map<VectorKey, CompactVector> byKey, int computed) {
        this.byKey = byKey;
        this.computed = computed;
    }

    public static TextVectors none() {
        return new TextVectors(Map.of(), 0);
    }

    /** @param texts each under its own key */
    public static TextVectors of(
            Map<VectorKey, String> texts, Embeddings embeddings, @Nullable EmbeddingCache cache, TextVectors earlier) {
        Map<VectorKey, CompactVector> found = new HashMap<>();
        Map<VectorKey, String> missing = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            CompactVector known = earlier.byKey.get(key);
            if (known == null) {
                missing.put(key, text);
            } else {
                found.put(key, known);
            }
        });
        if (cache != null) {
            Map<VectorKey, CompactVector> stored = cache.find(embeddings, missing.keySet());
            missing.keySet().removeAll(stored.keySet());
            found.putAll(stored);
        }
        List<Map.Entry<VectorKey, String>> open = List.copyOf(missing.entrySet());
        for (int from = 0; from < open.size(); from += BATCH) {
            Map<VectorKey, CompactVector> fresh =
                    computed(open.subList(from, Math.min(from + BATCH, open.size())), embeddings);
            found.putAll(fresh);
            if (cache != null) {
                cache.add(embeddings, fresh);
            }
        }
        return new TextVectors(found, open.size());
    }

    private static Map<VectorKey, CompactVector> computed(
            List<Map.Entry<VectorKey, String>> batch, Embeddings embeddings) {
        List<String> texts = new ArrayList<>();
        batch.forEach(entry -> texts.add(entry.getValue()));
        List<float[]> vectors = embeddings.embedAll(texts);
        Map<VectorKey, CompactVector> fresh = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            fresh.put(batch.get(i).getKey(), CompactVector.of(vectors.get(i)));
        }
        return fresh;
    }

    /** @param key of a text of the set */
    public CompactVector of(VectorKey key) {
        CompactVector vector = byKey.get(key);
        if (vector == null) {
            throw new IllegalArgumentException("unable to find a vector; its text is not of this set");
        }
        return vector;
    }

    /** How many had to be computed. */
    public int computed() {
        return computed;
    }
}
