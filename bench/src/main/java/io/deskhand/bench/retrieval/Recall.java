package io.deskhand.bench.retrieval;

import io.deskhand.bench.Bench.Progress;
import io.deskhand.bench.Row;
import io.deskhand.bench.Samples;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** For how many labelled questions the right article is among the first five: all of the search beside either half alone. */
final class Recall {

    private static final int ARTICLES = 5;
    private static final int PASSAGES = 30;

    private Recall() {}

    static void run(List<Row> rows, Progress progress) {
        progress.at("recall: indexing the demo store");
        Bot bot = BotFiles.load(Path.of("prompts/bots/demo-store"));
        KnowledgeBase knowledge = new KnowledgeBase(
                bot.articles(), MiniLm.shared(), new EmbeddingCache(Scale.VECTORS, EmbeddingCache.DEFAULT_BYTES));
        List<LabelledQuestion> all = LabelledQuestion.read();
        progress.at("recall: " + all.size() + " questions");
        compare(knowledge, all.stream().filter(question -> !question.heldBack()).toList(), "questions tuned on", rows);
        compare(knowledge, all.stream().filter(LabelledQuestion::heldBack).toList(), "questions held back", rows);
    }

    private static void compare(
            KnowledgeBase knowledge, List<LabelledQuestion> questions, String which, List<Row> rows) {
        Samples hybrid = share(
                questions,
                query -> articles(knowledge.search(query, PASSAGES).hits().stream()
                        .map(Hit::passage)
                        .toList()));
        Samples words = share(questions, query -> articles(knowledge.searchByWords(query, PASSAGES)));
        Samples meaning = share(questions, query -> articles(knowledge.searchByMeaning(query, PASSAGES)));
        String metric = "recall@5, " + questions.size() + " " + which + ", hybrid / ";
        rows.add(Row.ratioAtLeast(metric + "BM25", hybrid, "share", words, 1));
        rows.add(Row.ratioAtLeast(metric + "embeddings", hybrid, "share", meaning, 1));
    }

    private static Samples share(List<LabelledQuestion> questions, Function<SearchQuery, List<String>> search) {
        long found = questions.stream()
                .filter(question -> !Collections.disjoint(search.apply(question.query()), question.articles()))
                .count();
        return Samples.of((double) found / questions.size());
    }

    private static List<String> articles(List<Passage> passages) {
        return passages.stream()
                .map(Passage::articleId)
                .distinct()
                .limit(ARTICLES)
                .toList();
    }
}
