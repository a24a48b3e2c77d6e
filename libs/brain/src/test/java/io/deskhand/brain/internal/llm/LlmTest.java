package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.Citation;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.budget.LocalSpending;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.toolcall.Toolbox;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.RateLimiter;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An {@link LlmBrain} whose model is a server over real HTTP, and what a customer saw of a turn. */
public abstract class LlmTest {

    protected static final String CHAT = "/v1/chat/completions";
    static final String RETURNS = "how long do I have to return something?";

    @RegisterExtension
    protected static final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().globalTemplating(false))
            .build();

    protected static Bot bot;
    static KnowledgeBase knowledge;
    static Policy policy;

    protected final Spending spending = new LocalSpending();
    protected final List<String> guarded = new CopyOnWriteArrayList<>();
    Turns turns;

    @BeforeAll
    static void load() {
        bot = BotFiles.load(Path.of("src/test/resources/bots/camp-shop"));
        knowledge = new KnowledgeBase(bot.articles(), MiniLm.shared());
        policy = new Policy(bot, new SameQuestion(MiniLm.shared()));
    }

    @BeforeEach
    void connect() {
        turns = new Turns(brain(2), "en");
    }

    protected static BrainSettings settings(ModelEndpoint... models) {
        return BrainSettings.of(List.of(models))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30))
                .withRetries(0);
    }

    /** The test server's model under a name; names are told apart by the request's body. */
    protected static ModelEndpoint model(String name) {
        return new ModelEndpoint(URI.create(server.baseUrl() + "/v1"), "sk-secret", name, null);
    }

    Brain brain(int retries) {
        return brain(settings(model("test-model")).withRetries(retries));
    }

    Brain brain(BrainSettings settings) {
        return brain(
                bot, new Models(settings, UnaryOperator.identity(), InstantSource.system()), RateLimiter.UNLIMITED);
    }

    Brain brain(Bot bot, Models models, RateLimiter outages) {
        Outcomes outcomes = new Outcomes(bot, policy, outages);
        ExtractiveBrain extractive = new ExtractiveBrain(bot, knowledge, outcomes, models.time());
        return new LlmBrain(
                bot,
                knowledge,
                outcomes,
                extractive,
                models,
                new PromptSecrets(new byte[16]),
                MiniLm.shared(),
                spending,
                (id, rule) -> guarded.add(rule),
                Toolbox.empty());
    }

    protected static ResponseDefinitionBuilder stream(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/event-stream")
                .withBody(body);
    }

    protected static void answers(ResponseDefinitionBuilder response) {
        server.stubFor(post(CHAT).willReturn(response));
    }

    static void answersInTurn(ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(post(CHAT)
                    .inScenario("calls")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "call " + i)
                    .willReturn(responses[i])
                    .willSetStateTo("call " + (i + 1)));
        }
    }

    void degraded(TurnDecision decision, String rule) {
        Answered answered = answered(decision);
        assertThat(answered.text()).startsWith(bot.text(Notice.DEGRADED, "en")).contains("within 30 days");
        assertThat(turns.seen()).isEqualTo(answered.text());
        assertThat(answered.citations()).extracting(Citation::id).containsExactly("returns");
        assertThat(answered.trace().rules()).anyMatch(fired -> fired.startsWith(rule));
        assertThat(answered.trace().model()).isEqualTo("extractive");
    }

    void unfinished(TurnDecision decision, String said, String rule) {
        Escalate escalate = escalated(decision);
        assertThat(escalate.reason()).isEqualTo(Reason.OUTAGE);
        assertThat(escalate.text()).isEqualTo(said + "\n\n" + bot.text(Notice.UNFINISHED, "en"));
        assertThat(turns.seen()).isEqualTo(escalate.text());
        assertThat(escalate.trace().rules()).contains(rule, "unfinished");
    }

    static Answered answered(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(Answered.class)).actual();
    }

    static Escalate escalated(TurnDecision decision) {
        return assertThat(decision).asInstanceOf(type(Escalate.class)).actual();
    }
}
