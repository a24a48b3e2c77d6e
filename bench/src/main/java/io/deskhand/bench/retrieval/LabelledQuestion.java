package io.deskhand.bench.retrieval;

import io.deskhand.brain.knowledge.index.SearchQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A question with the articles that answer it.
 *
 * @param articles ids; any of them is right
 * @param after what the customer asked before, or empty
 * @param heldBack never looked at while retrieval was tuned
 */
record LabelledQuestion(Set<String> articles, String after, String question, boolean heldBack) {

    /** Below the repository's root. */
    static final Path FILE = Path.of("evals/retrieval/demo-store.yaml");

    static List<LabelledQuestion> read() {
        List<LabelledQuestion> all = new ArrayList<>();
        JsonNode root = new YAMLMapper().readTree(FILE.toFile());
        for (JsonNode node : root.path("questions")) {
            Set<String> articles = new LinkedHashSet<>();
            node.path("articles").forEach(id -> articles.add(id.asString()));
            all.add(new LabelledQuestion(
                    articles,
                    node.path("after").asString(""),
                    node.path("question").asString(),
                    node.path("held_back").asBoolean(false)));
        }
        return all;
    }

    SearchQuery query() {
        return new SearchQuery(question, after, "en");
    }
}
