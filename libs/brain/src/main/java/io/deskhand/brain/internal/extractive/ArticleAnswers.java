package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Clarify;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.extractive.Clarification.Choice;
import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.Retrieval;
import io.deskhand.brain.knowledge.index.SearchQuery;
import io.deskhand.brain.policy.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers out of the articles: with the sentences that answer, or with the question which of two topics is meant. */
final class ArticleAnswers {

    private static final int PASSAGES = 8;

    private final Bot bot;
    private final KnowledgeBase knowledge;

    ArticleAnswers(Bot bot, KnowledgeBase knowledge) {
        this.bot = bot;
        this.knowledge = knowledge;
    }

    /**
     * What the articles say to the turn's question; empty when the evidence is weak.
     *
     * @param notice printed above an answer; empty, or a paragraph with its blank line
     */
    Optional<TurnDecision> answer(String notice, TurnContext turn) {
        String language = bot.languageFor(turn.language());
        return answer(notice, FollowUp.query(turn.dialogue(), language), turn)
                .or(() -> FollowUp.alone(turn.dialogue(), language).flatMap(alone -> {
                    turn.record().rule("question_alone");
                    return answer(notice, alone, turn);
                }));
    }

    private Optional<TurnDecision> answer(String notice, SearchQuery query, TurnContext turn) {
        Retrieval retrieval = search(query, turn);
        if (clarification(turn).isEmpty()) {
            Optional<Competition> competition = Competition.in(retrieval, query, bot.evidence());
            if (competition.isPresent()) {
                return competition.map(two -> clarify(two, turn));
            }
        }
        return retrieval.hits().stream()
                .filter(hit -> hit.evidence() >= bot.evidence().answer())
                .map(Excerpt::of)
                .filter(excerpt ->
                        hasMatter(turn) || !turn.dialogue().lastAnswer().endsWith(excerpt.text()))
                .findFirst()
                .map(excerpt -> answered(notice, List.of(excerpt), turn));
    }

    /** What the customer chose after being asked back: empty when nothing was asked or the reply is another question. */
    Optional<Choice> choice(TurnContext turn) {
        return clarification(turn)
                .flatMap(asked -> asked.choice(turn.dialogue().question(), bot.languageFor(turn.language())));
    }

    /**
     * The answer to the earlier question from the topics that the customer chose. The choice is the evidence that the topic is right, so its best passage answers
     * whatever its score.
     *
     * @param choice any but {@link Choice#NEITHER}
     */
    Optional<TurnDecision> chosen(Choice choice, String notice, TurnContext turn) {
        turn.record().rule("topic_chosen");
        List<Excerpt> excerpts = new ArrayList<>();
        clarification(turn).ifPresent(asked -> {
            if (choice != Choice.SECOND) {
                about(asked.first(), turn).ifPresent(excerpts::add);
            }
            if (choice != Choice.FIRST) {
                about(asked.second(), turn).ifPresent(excerpts::add);
            }
        });
        return excerpts.isEmpty() ? Optional.empty() : Optional.of(answered(notice, excerpts, turn));
    }

    private Optional<Excerpt> about(String title, TurnContext turn) {
        List<String> earlier = turn.dialogue().earlierQuestions();
        String asked = earlier.isEmpty() ? "" : earlier.getLast() + " ";
        Retrieval retrieval = search(SearchQuery.of(asked + title, bot.languageFor(turn.language())), turn);
        return retrieval.hits().stream()
                .filter(hit -> hit.passage().title().equals(title))
                .findFirst()
                .map(Excerpt::of);
    }

    private Retrieval search(SearchQuery query, TurnContext turn) {
        Retrieval retrieval = knowledge.search(query, PASSAGES);
        turn.record().retrieved(retrieval);
        return retrieval;
    }

    private TurnDecision clarify(Competition two, TurnContext turn) {
        turn.record().rule("competing_topics");
        Map<String, String> topics = Map.of("first", two.first(), "second", two.second());
        return new Clarify(
                bot.text(Notice.CLARIFY, turn.language(), topics), turn.record().trace());
    }

    private Optional<Clarification> clarification(TurnContext turn) {
        return Clarification.in(turn.dialogue().lastAnswer(), bot);
    }

    private static TurnDecision answered(String notice, List<Excerpt> excerpts, TurnContext turn) {
        String text = excerpts.stream().map(Excerpt::text).collect(Collectors.joining("\n\n"));
        return new Answered(
                notice + text,
                excerpts.stream().map(Excerpt::citation).toList(),
                turn.record().trace());
    }

    /** "Why?" after an answer needs a different answer; a question with content words may get the same. */
    private boolean hasMatter(TurnContext turn) {
        return ContentWords.of(turn.dialogue().question(), bot.languageFor(turn.language()))
                        .size()
                > 1;
    }
}
