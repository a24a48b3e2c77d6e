package io.deskhand.brain.internal.llm;

import io.deskhand.brain.Brain;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnSink;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.budget.Budget;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.guard.PassageVectors;
import io.deskhand.brain.internal.guard.SentenceGuard;
import io.deskhand.brain.internal.guard.Sources;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.toolcall.Toolbox;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.internal.turn.TurnRecord;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.Optional;

/**
 * Answers with a language model. The model gets the fitting articles, and the tools search and escalation in addition to those of the bot's file. The guards check each
 * of its sentences before anyone sees it.
 *
 * <p>When a model fails before its first word, the next one is tried. When none is left, the articles answer below a line that says so, or the ticket goes to a person.
 * When one fails later, what was said stays, with a line that it is unfinished, and the ticket goes to a person. The policy decides first, without a model. When the
 * budget is exhausted, no model is asked.
 */
public final class LlmBrain implements Brain {

    private final Bot bot;
    private final KnowledgeBase knowledge;
    private final Outcomes outcomes;
    private final ExtractiveBrain withoutModel;
    private final Models models;
    private final TurnPrompt prompt;
    private final PromptSecrets secrets;
    private final PassageVectors vectors;
    private final Spending spending;
    private final GuardListener guards;
    private final Toolbox toolbox;

    /**
     * @param withoutModel answers while the models are down
     * @param models shared by all bots
     * @param toolbox the tools of the bot's file
     */
    public LlmBrain(
            Bot bot,
            KnowledgeBase knowledge,
            Outcomes outcomes,
            ExtractiveBrain withoutModel,
            Models models,
            PromptSecrets secrets,
            Embeddings embeddings,
            Spending spending,
            GuardListener guards,
            Toolbox toolbox) {
        this.bot = bot;
        this.knowledge = knowledge;
        this.outcomes = outcomes;
        this.withoutModel = withoutModel;
        this.models = models;
        this.prompt = new TurnPrompt(bot, secrets);
        this.secrets = secrets;
        this.vectors = new PassageVectors(embeddings);
        this.spending = spending;
        this.guards = guards;
        this.toolbox = toolbox;
    }

    @Override
    public TurnDecision answer(TurnRequest request, TurnSink sink) throws InterruptedException {
        TurnContext turn = TurnContext.start(request, new TurnRecord(bot, models.first(), models.time(), guards));
        Optional<TurnDecision> byPolicy = outcomes.byPolicy(turn);
        ReplyWriter writer = new ReplyWriter(sink);
        if (byPolicy.isPresent()) {
            writer.write(byPolicy.get().text());
            return byPolicy.get();
        }
        SentenceGate gate = gate(turn, writer);
        ToolCalls calls = new ToolCalls(toolbox, bot, outcomes, prompt, gate, turn, writer, models.time());
        TurnEnding ending = new TurnEnding(outcomes, withoutModel, turn, writer, gate, calls);
        TokenBudget tokenBudget = new TokenBudget(bot, spending, turn);
        Optional<Budget.Exhausted> exhausted = tokenBudget.open();
        if (exhausted.isPresent()) {
            turn.record().rule(exhausted.get().rule());
            return ending.withoutModel(EscalationReason.BUDGET);
        }
        StreamReader reader = new StreamReader(turn, writer, gate, ending);
        ToolRounds tools = new ToolRounds(bot, knowledge, prompt, turn, writer, gate, ending, calls);
        try {
            return new LlmTurn(bot, models, prompt, turn, writer, gate, reader, tools, ending).run();
        } finally {
            tokenBudget.settle();
        }
    }

    private SentenceGate gate(TurnContext turn, ReplyWriter writer) {
        Sources sources = new Sources(vectors, bot.languageFor(turn.language()));
        SentenceGuard guard = new SentenceGuard(
                secrets.canary(turn.request()),
                prompt.echo(turn),
                turn.dialogue().question(),
                sources);
        return new SentenceGate(new CitationMarks(knowledge, turn.language()), guard, sources, turn, writer);
    }
}
