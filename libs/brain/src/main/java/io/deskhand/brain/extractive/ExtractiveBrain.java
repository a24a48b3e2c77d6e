package io.deskhand.brain.extractive;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Decision;
import io.deskhand.brain.Decision.Answered;
import io.deskhand.brain.Decision.Escalate;
import io.deskhand.brain.Decision.OfferHuman;
import io.deskhand.brain.Decision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnSink;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.Retrieval;
import io.deskhand.brain.policy.Dialogue;
import io.deskhand.brain.policy.FollowUp;
import io.deskhand.brain.policy.PacketWriter;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SmallTalk;
import io.deskhand.brain.policy.Verdict.MustEscalate;
import io.deskhand.brain.policy.Verdict.MustOffer;
import io.deskhand.brain.policy.Verdict.Proceed;
import io.deskhand.brain.turn.Streaming;
import io.deskhand.brain.turn.TurnRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers with the sentences of the knowledge base that answer, quoted and cited, or says that it cannot and offers a person. No model, no network; the same
 * dialogue always gets the same decision.
 */
public final class ExtractiveBrain implements Brain {

    public static final String MODEL = "extractive";

    private static final int PASSAGES = 8;

    private final Bot bot;
    private final KnowledgeBase knowledge;
    private final Policy policy;
    private final InstantSource time;

    public ExtractiveBrain(Bot bot, KnowledgeBase knowledge, Policy policy, InstantSource time) {
        this.bot = bot;
        this.knowledge = knowledge;
        this.policy = policy;
        this.time = time;
    }

    @Override
    public Decision answer(TurnRequest request, TurnSink sink) throws InterruptedException {
        Dialogue dialogue = Dialogue.of(request);
        TurnRecord record = new TurnRecord(bot, MODEL, time);
        Decision decision = switch (policy.before(dialogue, bot.languageFor(request.language()))) {
            case MustEscalate must -> escalate(must.reason(), "", must.rules(), dialogue, request, record);
            case MustOffer must -> offer(Notice.REPEATED, must.rules(), request, record);
            case Proceed proceed -> proceed(dialogue, request, record);
        };
        Streaming.send(decision.text(), sink);
        return decision;
    }

    private Decision proceed(Dialogue dialogue, TurnRequest request, TurnRecord record) {
        Optional<SmallTalk.Kind> smallTalk = SmallTalk.in(dialogue.question());
        return smallTalk.isPresent()
                ? smallTalk(smallTalk.get(), request, record)
                : fromKnowledge(dialogue, request, record);
    }

    private Decision smallTalk(SmallTalk.Kind kind, TurnRequest request, TurnRecord record) {
        Notice notice = switch (kind) {
            case HELLO -> Notice.HELLO;
            case THANKS -> Notice.THANKS;
            case GOODBYE -> Notice.GOODBYE;
            case WHO -> Notice.WHO;
            case YES, NO -> Notice.GO_ON;
            case UNHELPFUL -> Notice.REPEATED;
        };
        record.rule("small_talk:" + kind.name().toLowerCase(Locale.ROOT));
        return new Answered(bot.text(notice, request.language()), List.of(), record.trace());
    }

    /** Answers from the knowledge alone, without policy and small talk: also what is left when a model is down. */
    Decision fromKnowledge(Dialogue dialogue, TurnRequest request, TurnRecord record) {
        Retrieval retrieval = knowledge.search(FollowUp.query(dialogue, bot.languageFor(request.language())), PASSAGES);
        record.retrieved(retrieval);
        Optional<Excerpt> news = retrieval.hits().stream()
                .filter(hit -> hit.evidence() >= bot.evidence().answer())
                .map(Excerpt::of)
                .filter(excerpt -> !excerpt.text().equals(dialogue.lastAnswer()))
                .findFirst();
        if (news.isPresent()) {
            return new Answered(news.get().text(), List.of(news.get().citation()), record.trace());
        }
        int failures = policy.failuresBefore(dialogue) + 1;
        if (failures >= bot.limits().failures()) {
            String text = bot.text(Notice.GAVE_UP, request.language());
            return escalate(
                    Reason.WEAK_EVIDENCE,
                    text,
                    List.of("weak_evidence", "failures:" + failures),
                    dialogue,
                    request,
                    record);
        }
        return offer(Notice.OFFER, List.of("weak_evidence"), request, record);
    }

    private OfferHuman offer(Notice notice, List<String> rules, TurnRequest request, TurnRecord record) {
        rules.forEach(record::rule);
        return new OfferHuman(bot.text(notice, request.language()), record.trace());
    }

    private Escalate escalate(
            Reason reason, String text, List<String> rules, Dialogue dialogue, TurnRequest request, TurnRecord record) {
        rules.forEach(record::rule);
        return new Escalate(reason, text, PacketWriter.write(bot, dialogue, request.language()), record.trace());
    }
}
