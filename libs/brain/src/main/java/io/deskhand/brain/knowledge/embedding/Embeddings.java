package io.deskhand.brain.knowledge.embedding;

import java.util.List;

/** Turns texts into vectors of unit length, so that their dot product is the cosine. Safe for many threads. */
public interface Embeddings {

    /** Names the model and its version; the same name means the same vector for the same text. At most 60 letters, digits, dots and hyphens. */
    String model();

    /** How many components each vector has. */
    int dimensions();

    float[] embed(String text);

    /** One vector for each text, in order. */
    List<float[]> embedAll(List<String> texts);

    static double cosine(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
