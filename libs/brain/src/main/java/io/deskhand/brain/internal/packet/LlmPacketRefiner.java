package io.deskhand.brain.internal.packet;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Bot.ModelTuning;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.internal.llm.PromptSecrets;
import io.deskhand.brain.internal.llm.StreamReader;
import io.deskhand.brain.internal.llm.TokenBudget;
import io.deskhand.brain.internal.model.ModelEvent.Completed;
import io.deskhand.brain.internal.model.ModelRoute;
import io.deskhand.brain.internal.model.ModelStream;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.internal.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@link PacketRefiner} with the first model whose breaker is closed. It reports nothing to the breaker: a failed packet is no outage. */
public final class LlmPacketRefiner implements PacketRefiner {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ModelTuning TUNING = new ModelTuning(0, 600, 1, 1);

    private final Bot bot;
    private final Models models;
    private final PromptSecrets secrets;
    private final Spending spending;
    private final GuardListener guards;

    public LlmPacketRefiner(Bot bot, Models models, PromptSecrets secrets, Spending spending, GuardListener guards) {
        this.bot = bot;
        this.models = models;
        this.secrets = secrets;
        this.spending = spending;
        this.guards = guards;
    }

    @Override
    public Optional<Refined> refine(TurnRequest request, Reason reason, Packet first) throws InterruptedException {
        Optional<ModelRoute> available = models.available();
        if (available.isEmpty() || request.dialogue().isEmpty()) {
            return Optional.empty();
        }
        ModelRoute route = available.get();
        TurnContext turn = TurnContext.start(request, new TurnRecord(bot, route.name(), models.time(), guards));
        TokenBudget tokenBudget = new TokenBudget(bot, spending, turn);
        if (tokenBudget.open().isPresent()) {
            return Optional.empty();
        }
        try {
            return ask(route, turn, reason)
                    .flatMap(answer -> new PacketCheck(request, turn.record()).read(answer, first))
                    .filter(packet -> !packet.equals(first))
                    .map(packet -> new Refined(packet, turn.record().trace()));
        } finally {
            tokenBudget.settle();
        }
    }

    private Optional<String> ask(ModelRoute route, TurnContext turn, Reason reason) throws InterruptedException {
        Instant deadline = models.time().instant().plus(PATIENCE);
        try (ModelStream stream = route.stream(TUNING, deadline)) {
            stream.send(ChatRequest.builder()
                    .messages(RefinePrompt.messages(turn.request(), reason, secrets.nonce(turn.request())))
                    .build());
            while (true) {
                ModelStream.Next next = stream.next();
                if (next.failure() != null) {
                    turn.record().rule("model_failed:" + next.failure().name().toLowerCase(Locale.ROOT));
                    return Optional.empty();
                }
                if (next.event() instanceof Completed completed) {
                    return text(completed.response(), route, turn);
                }
            }
        }
    }

    private static Optional<String> text(ChatResponse response, ModelRoute route, TurnContext turn) {
        turn.record().used(StreamReader.usage(response), route.price());
        String text = response.aiMessage().text();
        return response.finishReason() == FinishReason.STOP ? Optional.ofNullable(text) : Optional.empty();
    }
}
