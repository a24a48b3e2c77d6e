package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.Brain;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Refused;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnSink;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.Injection;
import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.extractive.Clarification.Choice;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.Streaming;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.internal.turn.TurnRecord;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.policy.Policy;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers with quoted and cited sentences of the knowledge base. It asks for a clarification when two topics compete, and offers a person when it has no answer. No
 * model, no network; the same dialogue always gets the same decision.
 */
public final class ExtractiveBrain implements Brain {

    public static final String MODEL = "extractive";

    private final Bot bot;
    private final ArticleAnswers articles;
    private final Outcomes outcomes;
    private final InstantSource time;

    public ExtractiveBrain(Bot bot, KnowledgeBase knowledge, Policy policy, InstantSource time) {
        this(bot, knowledge, new Outcomes(bot, policy), time);
    }

    public ExtractiveBrain(Bot bot, KnowledgeBase knowledge, Outcomes outcomes, InstantSource time) {
        this.bot = bot;
        this.articles = new ArticleAnswers(bot, knowledge);
        this.outcomes = outcomes;
        this.time = time;
    }

    @Override
    public TurnDecision answer(TurnRequest request, TurnSink sink) throws InterruptedException {
        TurnContext turn = TurnContext.start(request, new TurnRecord(bot, MODEL, time));
        TurnDecision decision = outcomes.byPolicy(turn)
                .or(() -> chosen("", turn))
                .or(() -> smallTalk(turn))
                .or(() -> articles.answer("", turn))
                .or(() -> refused(turn))
                .or(() -> newestAlone("", turn))
                .orElseGet(() -> outcomes.noAnswer("weak_evidence", turn));
        Streaming.send(decision.text(), sink);
        return decision;
    }

    /**
     * Ends a turn whose model failed before its first word, or may not be asked. The result is an answer from the articles below a line that says so, or an escalation,
     * which is rate-limited. The caller has asked the policy before.
     *
     * @param reason of the escalation
     */
    public TurnDecision withoutModel(EscalationReason reason, TurnContext turn) {
        turn.record().model(MODEL);
        String notice = outcomes.text(Notice.DEGRADED, turn) + "\n\n";
        return chosen(notice, turn)
                .or(() -> smallTalk(turn))
                .or(() -> articles.answer(notice, turn))
                .or(() -> newestAlone(notice, turn))
                .orElseGet(() -> {
                    String text = outcomes.text(Notice.OUTAGE, turn);
                    return outcomes.outage(reason, text, List.of("nothing_in_articles"), turn);
                });
    }

    /** What follows when the bot has asked back and the customer has chosen. */
    private Optional<TurnDecision> chosen(String notice, TurnContext turn) {
        return articles.choice(turn)
                .flatMap(choice -> choice == Choice.NEITHER
                        ? Optional.of(outcomes.noAnswer("neither_topic", turn))
                        : articles.chosen(choice, notice, turn));
    }

    /** Of several messages that have no answer together, the newest may have one. */
    private Optional<TurnDecision> newestAlone(String notice, TurnContext turn) {
        return turn.forNewest().flatMap(newest -> {
            turn.record().rule("newest_message_alone");
            return articles.answer(notice, newest);
        });
    }

    private Optional<TurnDecision> smallTalk(TurnContext turn) {
        return SmallTalk.in(turn.dialogue().question()).map(kind -> {
            Notice notice = switch (kind) {
                case HELLO -> Notice.HELLO;
                case THANKS -> Notice.THANKS;
                case GOODBYE -> Notice.GOODBYE;
                case WHO -> Notice.WHO;
                case YES, NO -> Notice.GO_ON;
                case UNHELPFUL -> Notice.REPEATED;
            };
            turn.record().rule("small_talk:" + kind.name().toLowerCase(Locale.ROOT));
            return new Answered(
                    outcomes.text(notice, turn), List.of(), turn.record().trace());
        });
    }

    /** Orders to a machine that no article answers: declined, and no reason to call a person. */
    private Optional<TurnDecision> refused(TurnContext turn) {
        if (!Injection.typed(turn.dialogue().question())) {
            return Optional.empty();
        }
        turn.record().rule("injection_typed");
        return Optional.of(
                new Refused(outcomes.text(Notice.DECLINED, turn), turn.record().trace()));
    }
}
