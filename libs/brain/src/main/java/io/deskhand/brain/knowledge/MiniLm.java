package io.deskhand.brain.knowledge;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;

/** The in-process all-MiniLM-L6-v2 model, quantized: 384 dimensions, English, about 2 ms a short text. One instance a JVM, loaded on first use. */
public final class MiniLm implements Embeddings {

    private static final class Loaded {

        private static final MiniLm INSTANCE = load();

        private static MiniLm load() {
            // The tokenizer's native library would otherwise report its start to its makers and look for downloads; a
            // model in the jar needs neither.
            for (String property : List.of("OPT_OUT_TRACKING", "ai.djl.offline")) {
                System.setProperty(property, System.getProperty(property, "true"));
            }
            return new MiniLm(new AllMiniLmL6V2QuantizedEmbeddingModel());
        }
    }

    private final EmbeddingModel model;

    private MiniLm(EmbeddingModel model) {
        this.model = model;
    }

    /** The JVM's instance; the first call takes one to two seconds. */
    public static Embeddings shared() {
        return Loaded.INSTANCE;
    }

    @Override
    public float[] embed(String text) {
        return unit(model.embed(text).content());
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream().map(MiniLm::unit).toList();
    }

    private static float[] unit(Embedding embedding) {
        embedding.normalize();
        return embedding.vector();
    }
}
