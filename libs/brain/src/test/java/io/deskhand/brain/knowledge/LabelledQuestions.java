package io.deskhand.brain.knowledge;

import io.deskhand.brain.knowledge.index.SearchQuery;
import io.deskhand.brain.yaml.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

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

    /** Questions written before retrieval was tuned on any of them, from {@code evals/retrieval/demo-store.yaml}, with what was asked before. */
    public record Asked(Set<String> articles, SearchQuery query, boolean heldBack) {}

    public static List<Asked> readUnseen() {
        try {
            Path file = Path.of("../../evals/retrieval/demo-store.yaml");
            List<Asked> questions = new ArrayList<>();
            for (JsonNode entry : YamlSource.parse("demo-store.yaml", 1, Files.readString(file))
                    .json()
                    .path("questions")) {
                Set<String> articles = new LinkedHashSet<>();
                entry.path("articles").forEach(id -> articles.add(id.asString()));
                SearchQuery query = new SearchQuery(
                        entry.path("question").asString(), entry.path("after").asString(""), "en");
                questions.add(new Asked(articles, query, entry.path("held_back").asBoolean(false)));
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
