package io.deskhand.bench.answer;

import io.deskhand.bench.measure.Bench;
import java.util.List;

/** {@code ./deskhand bench answer}. */
public final class AnswerBench implements Bench {

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("first-words", FirstWords::run));
    }
}
