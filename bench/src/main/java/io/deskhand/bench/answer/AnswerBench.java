package io.deskhand.bench.answer;

import io.deskhand.bench.measure.Bench;
import java.util.List;

/** {@code ./deskhand bench answer}: measures the time from a customer's message to the bot's first words in the room. */
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
