package io.deskhand.brain.knowledge;

import io.deskhand.brain.knowledge.index.SearchQuery;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
        try (Reader in = Files.newBufferedReader(Path.of("../../evals/retrieval/demo-store.yaml"))) {
            Map<String, List<Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<Asked> questions = new ArrayList<>();
            for (Map<String, Object> entry : Objects.requireNonNull(file.get("questions"))) {
                Set<String> articles = new LinkedHashSet<>();
                ((List<?>) Objects.requireNonNull(entry.get("articles"))).forEach(id -> articles.add(id.toString()));
                SearchQuery query = new SearchQuery(
                        Objects.toString(entry.get("question")), Objects.toString(entry.get("after"), ""), "en");
                questions.add(new Asked(articles, query, Boolean.TRUE.equals(entry.get("held_back"))));
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
