package io.deskhand.brain.internal.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.deskhand.brain.Decision;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.internal.model.ModelFailure;
import io.deskhand.brain.internal.model.ModelRoute;
import io.deskhand.brain.internal.model.ModelStream;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.model.Permit;
import io.deskhand.brain.internal.turn.Turn;
import io.deskhand.brain.policy.FollowUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One turn of {@link LlmBrain}: the models are tried in order until one has said something. They continue one talk: what tools have brought for one model stands
 * before the next, and no call is run twice.
 */
final class LlmTurn {

    private final Bot bot;
    private final Models models;
    private final TurnPrompt prompt;
    private final Turn turn;
    private final Voice voice;
    private final Speech speech;
    private final Listening listening;
    private final ToolRounds tools;
    private final Endings endings;
    private final List<ChatMessage> messages = new ArrayList<>();
    private int roundsLeft;

    LlmTurn(
            Bot bot,
            Models models,
            TurnPrompt prompt,
            Turn turn,
            Voice voice,
            Speech speech,
            Listening listening,
            ToolRounds tools,
            Endings endings) {
        this.bot = bot;
        this.models = models;
        this.prompt = prompt;
        this.turn = turn;
        this.voice = voice;
        this.speech = speech;
        this.listening = listening;
        this.tools = tools;
        this.endings = endings;
        this.roundsLeft = bot.model().toolRounds() + 1;
    }

    Decision run() throws InterruptedException {
        Optional<Decision> agreed = tools.makeAgreed();
        if (agreed.isPresent()) {
            return agreed.get();
        }
        Instant deadline = models.time().instant().plus(models.totalTimeout());
        for (ModelRoute route : models.inOrder()) {
            Reply reply = attempt(route, deadline);
            switch (reply) {
                case Reply.Ended ended -> {
                    return ended.decision();
                }
                case Reply.Cut cut -> {
                    return cut.decision();
                }
                case Reply.Failed failed -> {
                    turn.record().rule("model_failed:" + failed.failure().name().toLowerCase(Locale.ROOT));
                    if (!voice.isSilent() || failed.failure().endsTheTurn()) {
                        return endings.failed();
                    }
                    speech.startOver();
                }
                case Reply.Message message -> throw new IllegalStateException("a message is no end of an attempt");
            }
        }
        return endings.failed();
    }

    private Reply attempt(ModelRoute route, Instant deadline) throws InterruptedException {
        try (Permit permit = route.permit()) {
            if (!permit.granted()) {
                return new Reply.Failed(ModelFailure.BREAKER_OPEN);
            }
            if (!route.equals(models.inOrder().getFirst())) {
                turn.record().rule("fallback:" + route.name());
            }
            turn.record().model(route.name());
            Reply reply = talk(route, deadline);
            switch (reply) {
                case Reply.Failed failed -> permit.failed(failed.failure());
                case Reply.Ended ended -> permit.succeeded();
                case Reply.Cut cut -> {}
                case Reply.Message message -> {}
            }
            return reply;
        }
    }

    private Reply talk(ModelRoute route, Instant deadline) throws InterruptedException {
        if (messages.isEmpty()) {
            messages.addAll(prompt.messages(
                    turn, tools.search(FollowUp.query(turn.dialogue(), bot.languageFor(turn.language())))));
            messages.addAll(tools.agreedMessages());
        }
        try (ModelStream stream = route.stream(bot.model(), deadline)) {
            while (roundsLeft > 0) {
                roundsLeft--;
                stream.send(request());
                Reply reply = listening.hear(stream, route.price());
                if (!(reply instanceof Reply.Message message)) {
                    return reply;
                }
                AiMessage said = message.response().aiMessage();
                Optional<Decision> decision =
                        said.hasToolExecutionRequests() ? tools.runTools(said, messages) : endings.finish();
                if (decision.isPresent()) {
                    return new Reply.Ended(decision.get());
                }
                if (!said.hasToolExecutionRequests()) {
                    return new Reply.Failed(ModelFailure.EMPTY);
                }
            }
            return new Reply.Failed(ModelFailure.TOO_MANY_TOOLS);
        }
    }

    private ChatRequest request() {
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(tools.specifications())
                .build();
    }
}
