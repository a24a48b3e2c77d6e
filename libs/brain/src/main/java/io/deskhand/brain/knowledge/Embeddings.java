package io.deskhand.brain.knowledge;

import java.util.List;

/** Turns texts into vectors of unit length, so that their dot product is the cosine. */
public interface Embeddings {

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
