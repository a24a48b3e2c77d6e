package io.deskhand.brain.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions about the demo store with the articles that answer them, from {@code retrieval/demo-store.tsv}. */
public final class LabelledQuestions {

    private LabelledQuestions() {}

    /**
     * @param articles ids of the articles that answer; empty when the knowledge does not answer
     * @param word what the answer must hold, or "*"
     * @param heldBack not to be used for tuning
     */
    public record Labelled(Set<String> articles, String word, String question, boolean heldBack) {

        public boolean answerable() {
            return !articles.isEmpty();
        }
    }

    public static List<Labelled> read() {
        try {
            List<Labelled> questions = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of("src/test/resources/retrieval/demo-store.tsv"))) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    Set<String> articles = columns[0].equals("-") ? Set.of() : Set.of(columns[0].split("\\|"));
                    questions.add(new Labelled(articles, columns[1], columns[2], questions.size() % 3 == 2));
                }
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
