package io.deskhand.brain.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.deskhand.brain.Decision;
import io.deskhand.brain.Decision.Reason;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.extractive.ExtractiveBrain;
import io.deskhand.brain.guard.PersonalData;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.Passage;
import io.deskhand.brain.knowledge.Retrieval;
import io.deskhand.brain.knowledge.SearchQuery;
import io.deskhand.brain.llm.ModelEvent.Completed;
import io.deskhand.brain.llm.ModelEvent.Text;
import io.deskhand.brain.policy.FollowUp;
import io.deskhand.brain.tool.Toolbox;
import io.deskhand.brain.turn.Outcomes;
import io.deskhand.brain.turn.Turn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One turn of {@link LlmBrain}. */
final class LlmTurn {

    private final Bot bot;
    private final KnowledgeBase knowledge;
    private final Outcomes outcomes;
    private final ExtractiveBrain withoutModel;
    private final ModelClient client;
    private final Permit permit;
    private final TurnPrompt prompt;
    private final InstantSource time;
    private final Turn turn;
    private final Voice voice;
    private final Speech speech;
    private final ToolCalls tools;

    LlmTurn(
            Bot bot,
            KnowledgeBase knowledge,
            Outcomes outcomes,
            ExtractiveBrain withoutModel,
            ModelClient client,
            Permit permit,
            Secrets secrets,
            TurnPrompt prompt,
            Toolbox toolbox,
            InstantSource time,
            Turn turn,
            Voice voice) {
        this.bot = bot;
        this.knowledge = knowledge;
        this.outcomes = outcomes;
        this.withoutModel = withoutModel;
        this.client = client;
        this.permit = permit;
        this.prompt = prompt;
        this.time = time;
        this.turn = turn;
        this.voice = voice;
        this.speech = new Speech(knowledge, secrets.canary(turn.request()), turn, voice);
        this.tools = new ToolCalls(toolbox, bot, outcomes, prompt, speech, turn, voice, time);
    }

    Decision run() throws InterruptedException {
        Optional<Decision> byTool = tools.makeAgreed();
        if (byTool.isPresent()) {
            return byTool.get();
        }
        if (!permit.granted()) {
            return failed(ModelFailure.BREAKER_OPEN);
        }
        SearchQuery query = FollowUp.query(turn.dialogue(), bot.languageFor(turn.language()));
        List<Passage> found = search(query);
        List<ChatMessage> messages = new ArrayList<>(prompt.messages(turn, found));
        messages.addAll(tools.agreedMessages());
        try (ModelStream stream = new ModelStream(client, bot.model(), time)) {
            for (int round = 0; round <= bot.model().toolRounds(); round++) {
                stream.send(request(messages));
                Heard heard = listen(stream);
                if (heard.decision().isPresent()) {
                    return heard.decision().get();
                }
                AiMessage message = heard.response().orElseThrow().aiMessage();
                if (!message.hasToolExecutionRequests()) {
                    return finish(heard.response().orElseThrow());
                }
                Optional<Decision> handedOver = runTools(message, messages);
                if (handedOver.isPresent()) {
                    return handedOver.get();
                }
            }
        }
        return failed(ModelFailure.TOO_MANY_TOOLS);
    }

    /** Either a complete response or the decision that ended the turn. */
    private record Heard(Optional<ChatResponse> response, Optional<Decision> decision) {

        static Heard end(Decision decision) {
            return new Heard(Optional.empty(), Optional.of(decision));
        }
    }

    private Heard listen(ModelStream stream) throws InterruptedException {
        while (true) {
            ModelStream.Next next = stream.next();
            if (next.failure() != null) {
                return Heard.end(failed(next.failure()));
            }
            if (next.event() instanceof Text text) {
                speech.hear(text.delta());
            }
            if (voice.isCut()) {
                turn.record().rule("cut");
                return Heard.end(new Decision.Answered(
                        voice.said(), speech.citations(), turn.record().trace()));
            }
            if (speech.leaked()) {
                return Heard.end(refused());
            }
            if (next.event() instanceof Completed completed) {
                return completed(completed.response());
            }
        }
    }

    private Heard completed(ChatResponse response) throws InterruptedException {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            return Heard.end(failed(ModelFailure.CUT));
        }
        if (reason == FinishReason.LENGTH) {
            turn.record().rule("truncated");
            speech.dropOpenSentence();
        }
        speech.endOfMessage();
        if (speech.leaked() || reason == FinishReason.CONTENT_FILTER) {
            return Heard.end(refused());
        }
        return new Heard(Optional.of(response), Optional.empty());
    }

    private ChatRequest request(List<ChatMessage> messages) {
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tools.specifications())
                .build();
    }

    private List<Passage> search(SearchQuery query) {
        Retrieval retrieval = knowledge.search(query, bot.model().passages());
        turn.record().retrieved(retrieval);
        List<Passage> passages = retrieval.hits().stream().map(Hit::passage).toList();
        speech.mayRestOn(passages);
        return passages;
    }

    /** Runs the calls in order; an escalation ends the turn (I6). */
    private Optional<Decision> runTools(AiMessage message, List<ChatMessage> messages) throws InterruptedException {
        messages.add(message);
        for (ToolExecutionRequest request : message.toolExecutionRequests()) {
            if (tools.has(request.name())) {
                Optional<Decision> ended = tools.make(request, messages);
                if (ended.isPresent()) {
                    permit.succeeded();
                    return ended;
                }
                continue;
            }
            voice.toolCall(request.name());
            turn.record().rule("tool:" + request.name());
            switch (Tools.read(request)) {
                case Tools.Call.HandOver handOver -> {
                    permit.succeeded();
                    return Optional.of(handOver(handOver));
                }
                case Tools.Call.Search search -> {
                    List<Passage> found = search(SearchQuery.of(search.query(), bot.languageFor(turn.language())));
                    String result = found.isEmpty() ? "nothing was found" : prompt.delimited(turn, found);
                    messages.add(ToolExecutionResultMessage.from(request, result));
                }
                case Tools.Call.Unusable unusable ->
                    messages.add(ToolExecutionResultMessage.from(request, unusable.message()));
            }
        }
        return Optional.empty();
    }

    private Decision handOver(Tools.Call.HandOver call) {
        Decision.Escalate escalate = outcomes.escalate(call.reason(), voice.said(), List.of("model_escalated"), turn);
        Decision.Packet packet = escalate.packet();
        if (call.summary().isEmpty()) {
            return escalate;
        }
        String wants = PersonalData.mask(call.summary(), PersonalData.SECRETS).text();
        return new Decision.Escalate(
                escalate.reason(),
                escalate.text(),
                new Decision.Packet(wants, packet.tried(), packet.facts(), packet.question(), packet.suggestedReply()),
                escalate.trace());
    }

    private Decision finish(ChatResponse response) throws InterruptedException {
        if (speech.claimedTransfer()) {
            permit.succeeded();
            return outcomes.escalate(Reason.WEAK_EVIDENCE, voice.said(), List.of("claimed_transfer"), turn);
        }
        if (voice.isSilent() && tools.hasActed()) {
            permit.succeeded();
            return tools.done();
        }
        if (voice.isSilent() && !speech.offersPerson()) {
            if (speech.droppedAny()) {
                permit.succeeded();
                Decision decision = outcomes.noAnswer("nothing_supported", turn);
                voice.say(decision.text());
                return decision;
            }
            return failed(ModelFailure.EMPTY);
        }
        permit.succeeded();
        if (speech.offersPerson()) {
            return offer();
        }
        if (speech.citations().isEmpty() && voice.said().strip().endsWith("?")) {
            return new Decision.Clarify(voice.said(), turn.record().trace());
        }
        return new Decision.Answered(
                voice.said(), speech.citations(), turn.record().trace());
    }

    private Decision offer() throws InterruptedException {
        Decision without = outcomes.noAnswer("model_offers", turn);
        if (without instanceof Decision.Escalate escalate) {
            voice.say("\n\n" + escalate.text());
            return new Decision.Escalate(escalate.reason(), voice.said(), escalate.packet(), escalate.trace());
        }
        if (speech.wantsOfferText()) {
            voice.say(
                    voice.isSilent()
                            ? outcomes.text(Notice.OFFER, turn)
                            : " " + outcomes.text(Notice.ASK_PERSON, turn));
        }
        return new Decision.OfferHuman(voice.said(), without.trace());
    }

    private Decision refused() throws InterruptedException {
        permit.succeeded();
        turn.record().rule("refused");
        voice.say("\n\n" + outcomes.text(Notice.DECLINED, turn));
        return new Decision.Refused(voice.said(), turn.record().trace());
    }

    private Decision failed(ModelFailure failure) throws InterruptedException {
        permit.failed(failure);
        turn.record().rule("model_failed:" + failure.name().toLowerCase(Locale.ROOT));
        if (voice.isSilent() && tools.hasActed()) {
            return tools.done();
        }
        if (voice.isSilent()) {
            Decision decision = withoutModel.withoutModel(turn);
            voice.say(decision.text());
            return decision;
        }
        voice.say("\n\n" + outcomes.text(Notice.UNFINISHED, turn));
        return outcomes.escalate(Reason.OUTAGE, voice.said(), List.of("unfinished"), turn);
    }
}
