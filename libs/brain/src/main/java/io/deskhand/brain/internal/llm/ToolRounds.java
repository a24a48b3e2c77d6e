package io.deskhand.brain.internal.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.knowledge.Hit;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.Retrieval;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the tool calls of a model and adds their results to the model's messages. For one turn. */
final class ToolRounds {

    private final Bot bot;
    private final KnowledgeBase knowledge;
    private final TurnPrompt prompt;
    private final TurnContext turn;
    private final ReplyWriter writer;
    private final SentenceGate gate;
    private final TurnEnding ending;
    private final ToolCalls calls;

    ToolRounds(
            Bot bot,
            KnowledgeBase knowledge,
            TurnPrompt prompt,
            TurnContext turn,
            ReplyWriter writer,
            SentenceGate gate,
            TurnEnding ending,
            ToolCalls calls) {
        this.bot = bot;
        this.knowledge = knowledge;
        this.prompt = prompt;
        this.turn = turn;
        this.writer = writer;
        this.gate = gate;
        this.ending = ending;
        this.calls = calls;
    }

    /** All tools that the model is offered. */
    List<ToolSpecification> specifications() {
        return Stream.concat(BuiltInTools.of(bot, turn.request()).stream(), calls.specifications().stream())
                .toList();
    }

    /** Makes the call to which the customer has just agreed, if there is one; a decision if the turn ends with it. */
    Optional<TurnDecision> makeAgreed() throws InterruptedException {
        return calls.makeAgreed();
    }

    /** The call that {@link #makeAgreed} made, and its result, for the model. */
    List<ChatMessage> agreedMessages() {
        return calls.agreedMessages();
    }

    /** Searches passages, and adds them to the sources of the reply. */
    List<Passage> search(SearchQuery query) {
        Retrieval retrieval = knowledge.search(query, bot.model().passages());
        turn.record().retrieved(retrieval);
        List<Passage> passages = retrieval.hits().stream().map(Hit::passage).toList();
        gate.addSources(passages);
        return passages;
    }

    /** Runs the calls in order; an escalation ends the turn (I6). */
    Optional<TurnDecision> runTools(AiMessage message, List<ChatMessage> messages) throws InterruptedException {
        messages.add(message);
        for (ToolExecutionRequest request : message.toolExecutionRequests()) {
            if (calls.has(request.name())) {
                Optional<TurnDecision> ended = calls.make(request, messages);
                if (ended.isPresent()) {
                    return ended;
                }
                continue;
            }
            writer.toolCall(request.name());
            turn.record().rule("tool:" + request.name());
            switch (BuiltInTools.read(request)) {
                case BuiltInTools.Call.HandOver handOver -> {
                    return Optional.of(ending.handOver(handOver));
                }
                case BuiltInTools.Call.Ask ask -> {
                    return Optional.of(ending.askColleague(ask));
                }
                case BuiltInTools.Call.Search search -> {
                    List<Passage> found = search(SearchQuery.of(search.query(), bot.languageFor(turn.language())));
                    String result = found.isEmpty() ? "nothing was found" : prompt.delimited(turn, found);
                    messages.add(ToolExecutionResultMessage.from(request, result));
                }
                case BuiltInTools.Call.Unusable unusable ->
                    messages.add(ToolExecutionResultMessage.from(request, unusable.message()));
            }
        }
        return Optional.empty();
    }
}
