package io.deskhand.brain.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.LabelledQuestions.Asked;
import io.deskhand.brain.knowledge.LabelledQuestions.Labelled;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds retrieval and evidence to what they reach on labelled questions about the demo store; the held-back third was never used for tuning. */
class RetrievalQualityTest {

    private static KnowledgeBase knowledge;
    private static double threshold;

    @BeforeAll
    static void load() {
        Bot bot = BotFiles.load(Path.of("../../prompts/bots/demo-store"));
        knowledge = new KnowledgeBase(bot.articles(), MiniLm.shared());
        threshold = bot.evidence().answer();
    }

    @Test
    void finds_the_right_article_among_the_first_five() {
        assertThat(share(Labelled::answerable, question -> hit(question, 5))).isGreaterThan(0.95);
        assertThat(share(question -> question.answerable() && question.heldBack(), question -> hit(question, 5)))
                .isGreaterThan(0.93);
    }

    @Test
    void finds_the_right_article_first() {
        assertThat(share(Labelled::answerable, question -> hit(question, 1))).isGreaterThan(0.85);
    }

    @Test
    void has_evidence_for_what_the_articles_answer_and_none_for_what_they_do_not() {
        assertThat(share(Labelled::answerable, this::answers)).isGreaterThan(0.9);
        assertThat(share(question -> !question.answerable(), this::answers)).isLessThan(0.06);
        assertThat(share(question -> !question.answerable() && question.heldBack(), this::answers))
                .isLessThan(0.1);
    }

    @Test
    void finds_more_than_words_or_meanings_alone_on_questions_written_before_tuning() {
        List<Asked> heldBack =
                LabelledQuestions.readUnseen().stream().filter(Asked::heldBack).toList();
        assertThat(heldBack).hasSizeGreaterThan(50);
        double hybrid = recall(
                heldBack,
                query -> knowledge.search(query, 30).hits().stream()
                        .map(Hit::passage)
                        .toList());

        assertThat(hybrid)
                .isGreaterThan(0.92)
                .isGreaterThanOrEqualTo(recall(heldBack, query -> knowledge.searchByWords(query, 30)))
                .isGreaterThanOrEqualTo(recall(heldBack, query -> knowledge.searchByMeaning(query, 30)));
    }

    private static double recall(List<Asked> questions, Function<SearchQuery, List<Passage>> search) {
        long found = questions.stream()
                .filter(asked -> search.apply(asked.query()).stream()
                        .map(Passage::articleId)
                        .distinct()
                        .limit(5)
                        .anyMatch(asked.articles()::contains))
                .count();
        return (double) found / questions.size();
    }

    private boolean answers(Labelled question) {
        return retrieve(question).evidence() >= threshold;
    }

    private static boolean hit(Labelled question, int within) {
        List<String> found = retrieve(question).articleIds();
        return !Collections.disjoint(found.subList(0, Math.min(within, found.size())), question.articles());
    }

    private static Retrieval retrieve(Labelled question) {
        return knowledge.search(SearchQuery.of(question.question(), "en"), 12);
    }

    private static double share(Predicate<Labelled> among, Predicate<Labelled> holds) {
        List<Labelled> questions =
                LabelledQuestions.read().stream().filter(among).toList();
        return (double) questions.stream().filter(holds).count() / questions.size();
    }
}
