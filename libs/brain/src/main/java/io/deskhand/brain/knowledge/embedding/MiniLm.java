package io.deskhand.brain.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * The in-process all-MiniLM-L6-v2 model, quantized: 384 dimensions, English, about 2 ms a short text. One instance per JVM. It loads in the background when it is first
 * used, in one to two seconds. Callers that need a vector earlier wait for it.
 */
public final class MiniLm implements Embeddings {

    private static final class Shared {
        private static final MiniLm INSTANCE = new MiniLm();
    }

    private final FutureTask<EmbeddingModel> loading = new FutureTask<>(MiniLm::load);

    private MiniLm() {
        Thread.ofPlatform().daemon().name("minilm-load").start(loading);
    }

    /** The JVM's instance; returns at once. */
    public static Embeddings shared() {
        return Shared.INSTANCE;
    }

    private static EmbeddingModel load() {
        // The tokenizer's native library would otherwise report its start to its makers and look for downloads; a
        // model in the jar needs neither.
        for (String property : List.of("OPT_OUT_TRACKING", "ai.djl.offline")) {
            System.setProperty(property, System.getProperty(property, "true"));
        }
        return new OneThreaded();
    }

    /**
     * langchain4j's model, run on the caller's thread. ONNX Runtime's own threads make a short text no faster, and they spin between calls. On two cores that cost two
     * thirds of a core (docs/benchmarks.md).
     */
    private static final class OneThreaded extends AbstractInProcessEmbeddingModel {

        private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
        private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

        private final OnnxBertBiEncoder encoder;

        OneThreaded() {
            super(null); // texts of one call are spread over as many threads as there are cores
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream model = resource(MODEL);
                    InputStream tokenizer = resource(TOKENIZER)) {
                options.setIntraOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(model.readAllBytes(), options);
                this.encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
            } catch (IOException | OrtException e) {
                throw new IllegalStateException("unable to load the embedding model", e);
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream in = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name);
            if (in == null) {
                throw new FileNotFoundException(name + " is missing from langchain4j's jar");
            }
            return in;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }

    @Override
    public String model() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public float[] embed(String text) {
        return unit(loaded().embed(text).content());
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return loaded().embedAll(segments).content().stream().map(MiniLm::unit).toList();
    }

    private EmbeddingModel loaded() {
        return switch (loading.state()) {
            case SUCCESS -> loading.resultNow();
            case RUNNING -> awaited();
            case FAILED, CANCELLED ->
                throw new IllegalStateException(
                        "unable to embed; the embedding model did not load", loading.exceptionNow());
        };
    }

    /** Waits through interrupts, which are kept for the caller: what cuts a turn must not lose the model. */
    private EmbeddingModel awaited() {
        boolean interrupted = false;
        try {
            while (loading.state() == java.util.concurrent.Future.State.RUNNING) {
                try {
                    loading.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException("unable to embed; the embedding model did not load", e.getCause());
                }
            }
            return loading.resultNow();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static float[] unit(Embedding embedding) {
        embedding.normalize();
        return embedding.vector();
    }
}
