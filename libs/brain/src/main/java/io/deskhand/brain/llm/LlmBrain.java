package io.deskhand.brain.llm;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Decision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnSink;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.extractive.ExtractiveBrain;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.tool.Toolbox;
import io.deskhand.brain.turn.Outcomes;
import io.deskhand.brain.turn.Turn;
import io.deskhand.brain.turn.TurnRecord;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers with a language model that has the fitting articles before it and two tools: search and escalation. What the model says passes sentence by sentence
 * through the guards before anyone sees it.
 *
 * <p>When the model fails before its first word, the articles answer below a line that says so, or the ticket goes to a person; when it fails later, what was
 * said stays, with a line that it is unfinished, and the ticket goes to a person. Policy is asked before the model and without it.
 */
public final class LlmBrain implements Brain {

    private final Bot bot;
    private final KnowledgeBase knowledge;
    private final Outcomes outcomes;
    private final ExtractiveBrain withoutModel;
    private final ModelClient client;
    private final CircuitBreaker breaker;
    private final Secrets secrets;
    private final TurnPrompt prompt;
    private final Toolbox toolbox;
    private final InstantSource time;

    /**
     * @param withoutModel answers while the model is down
     * @param breaker shared by all bots that use the same model
     */
    public LlmBrain(
            Bot bot,
            KnowledgeBase knowledge,
            Policy policy,
            ExtractiveBrain withoutModel,
            ModelClient client,
            CircuitBreaker breaker,
            Secrets secrets,
            Toolbox toolbox,
            InstantSource time) {
        this.bot = bot;
        this.knowledge = knowledge;
        this.outcomes = new Outcomes(bot, policy);
        this.withoutModel = withoutModel;
        this.client = client;
        this.breaker = breaker;
        this.secrets = secrets;
        this.prompt = new TurnPrompt(bot, secrets);
        this.toolbox = toolbox;
        this.time = time;
    }

    /** A breaker for one model: opens when half of the last ten turns failed (at least four), tries again after fifteen seconds with two turns. */
    public static CircuitBreaker breaker(String model) {
        return Permit.breaker(model);
    }

    @Override
    public Decision answer(TurnRequest request, TurnSink sink) throws InterruptedException {
        Turn turn = Turn.start(request, new TurnRecord(bot, client.settings().model(), time));
        Optional<Decision> byPolicy = outcomes.byPolicy(turn);
        Voice voice = new Voice(sink);
        if (byPolicy.isPresent()) {
            voice.say(byPolicy.get().text());
            return byPolicy.get();
        }
        try (Permit permit = new Permit(breaker, time)) {
            return new LlmTurn(
                            bot,
                            knowledge,
                            outcomes,
                            withoutModel,
                            client,
                            permit,
                            secrets,
                            prompt,
                            toolbox,
                            time,
                            turn,
                            voice)
                    .run();
        }
    }
}
