package io.deskhand.brain.knowledge.embedding;

import io.deskhand.brain.internal.text.ContentWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A stand-in for the embedding model: texts that share words are near each other, figures do not matter. Keeps what it was asked. */
public final class WordEmbeddings implements Embeddings {

    private static final int DIMENSIONS = 96;

    private final String model;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public WordEmbeddings(String model) {
        this.model = model;
    }

    /** The texts embedded in bulk since the last call. */
    public List<String> asked() {
        List<String> texts = List.copyOf(asked);
        asked.clear();
        return texts;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        asked.addAll(texts);
        return texts.stream().map(this::embed).toList();
    }

    @Override
    public float[] embed(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : ContentWords.of(text.replaceAll("\\d+", ""), "en")) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) direction.nextGaussian();
            }
        }
        double length = 0;
        for (float component : sum) {
            length += component * component;
        }
        for (int i = 0; i < DIMENSIONS && length > 0; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return sum;
    }
}
