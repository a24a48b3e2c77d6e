package io.deskhand.bench.retrieval;

import io.deskhand.bench.measure.Bench;
import java.util.List;

/** {@code ./deskhand bench retrieval}: measures how often the search finds the right article, and its time and memory with 10,000 passages. */
public final class RetrievalBench implements Bench {

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("recall", Recall::run), new Part("scale", Scale::run));
    }
}
