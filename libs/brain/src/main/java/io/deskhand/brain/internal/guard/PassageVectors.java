package io.deskhand.brain.internal.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.List;

/**
 * What the sentences of passages mean, each by itself. The passages that are asked about most are kept, at most {@value #SENTENCES} sentences (1.5 KiB each): embedding one of
 * twenty sentences takes some 40 ms. For one version of one bot's knowledge; safe for many threads.
 */
public final class PassageVectors {

    private static final long SENTENCES = 8_000;

    private final Embeddings embeddings;
    private final LoadingCache<Passage, List<float[]>> kept;

    public PassageVectors(Embeddings embeddings) {
        this.embeddings = embeddings;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(SENTENCES)
                .weigher((Passage passage, List<float[]> vectors) -> vectors.size())
                .build(passage -> embeddings.embedAll(
                        passage.sentences().stream().map(Sentence::text).toList()));
    }

    float[] of(String sentence) {
        return embeddings.embed(sentence);
    }

    /** One for each sentence. */
    List<float[]> of(Passage passage) {
        return kept.get(passage);
    }
}
