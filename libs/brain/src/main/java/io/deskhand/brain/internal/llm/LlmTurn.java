package io.deskhand.brain.internal.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.internal.model.ModelFailure;
import io.deskhand.brain.internal.model.ModelRoute;
import io.deskhand.brain.internal.model.ModelStream;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.model.Permit;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.policy.FollowUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One turn of {@link LlmBrain}: the models are tried in order until one has produced text. They continue one exchange: the tool results of one model are passed on to
 * the next, and no call is run twice.
 */
final class LlmTurn {

    private final Bot bot;
    private final Models models;
    private final TurnPrompt prompt;
    private final TurnContext turn;
    private final ReplyWriter writer;
    private final SentenceGate gate;
    private final StreamReader reader;
    private final ToolRounds tools;
    private final TurnEnding ending;
    private final List<ChatMessage> messages = new ArrayList<>();
    private int roundsLeft;

    LlmTurn(
            Bot bot,
            Models models,
            TurnPrompt prompt,
            TurnContext turn,
            ReplyWriter writer,
            SentenceGate gate,
            StreamReader reader,
            ToolRounds tools,
            TurnEnding ending) {
        this.bot = bot;
        this.models = models;
        this.prompt = prompt;
        this.turn = turn;
        this.writer = writer;
        this.gate = gate;
        this.reader = reader;
        this.tools = tools;
        this.ending = ending;
        this.roundsLeft = bot.model().toolRounds() + 1;
    }

    TurnDecision run() throws InterruptedException {
        Optional<TurnDecision> agreed = tools.makeAgreed();
        if (agreed.isPresent()) {
            return agreed.get();
        }
        Instant deadline = models.time().instant().plus(models.totalTimeout());
        for (ModelRoute route : models.inOrder()) {
            ModelReply reply = attempt(route, deadline);
            switch (reply) {
                case ModelReply.Ended ended -> {
                    return ended.decision();
                }
                case ModelReply.Cut cut -> {
                    return cut.decision();
                }
                case ModelReply.Failed failed -> {
                    turn.record().rule("model_failed:" + failed.failure().name().toLowerCase(Locale.ROOT));
                    if (!writer.isEmpty() || failed.failure().endsTheTurn()) {
                        return ending.failed();
                    }
                    gate.startOver();
                }
                case ModelReply.Message message -> throw new IllegalStateException("a message is no end of an attempt");
            }
        }
        return ending.failed();
    }

    private ModelReply attempt(ModelRoute route, Instant deadline) throws InterruptedException {
        try (Permit permit = route.permit()) {
            if (!permit.granted()) {
                return new ModelReply.Failed(ModelFailure.BREAKER_OPEN);
            }
            if (!route.equals(models.inOrder().getFirst())) {
                turn.record().rule("fallback:" + route.name());
            }
            turn.record().model(route.name());
            ModelReply reply = talk(route, deadline);
            switch (reply) {
                case ModelReply.Failed failed -> permit.failed(failed.failure());
                case ModelReply.Ended ended -> permit.succeeded();
                case ModelReply.Cut cut -> {}
                case ModelReply.Message message -> {}
            }
            return reply;
        }
    }

    private ModelReply talk(ModelRoute route, Instant deadline) throws InterruptedException {
        if (messages.isEmpty()) {
            messages.addAll(prompt.messages(
                    turn, tools.search(FollowUp.query(turn.dialogue(), bot.languageFor(turn.language())))));
            messages.addAll(tools.agreedMessages());
        }
        try (ModelStream stream = route.stream(bot.model(), deadline)) {
            while (roundsLeft > 0) {
                roundsLeft--;
                stream.send(request());
                ModelReply reply = reader.read(stream, route.price());
                if (!(reply instanceof ModelReply.Message message)) {
                    return reply;
                }
                AiMessage said = message.response().aiMessage();
                Optional<TurnDecision> decision =
                        said.hasToolExecutionRequests() ? tools.runTools(said, messages) : ending.finish();
                if (decision.isPresent()) {
                    return new ModelReply.Ended(decision.get());
                }
                if (!said.hasToolExecutionRequests()) {
                    return new ModelReply.Failed(ModelFailure.EMPTY);
                }
            }
            return new ModelReply.Failed(ModelFailure.TOO_MANY_TOOLS);
        }
    }

    private ChatRequest request() {
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tools.specifications())
                .build();
    }
}
