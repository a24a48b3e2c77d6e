package io.deskhand.brain.internal.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Clarify;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.toolcall.Toolboxes;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import io.deskhand.brain.tool.AllowedOrigins;
import io.deskhand.brain.tool.ToolSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An {@link LlmBrain} with tools: the model and the shop behind the tools are two servers over real HTTP. */
abstract class ToolTest extends LlmTest {

    static final String ORDER = "/orders/A-1042";
    static final String RETURN = "/orders/A-1042/returns";
    static final String RETURN_ARGUMENTS = "{\"order\":\"A-1042\",\"reason\":\"too small\"}";

    @RegisterExtension
    static final WireMockExtension shop = WireMockExtension.newInstance()
            .options(com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .globalTemplating(false))
            .build();

    static Bot toolBot;
    private static KnowledgeBase toolKnowledge;

    @BeforeAll
    static void loadToolBot() {
        toolBot = BotFiles.load(Path.of("src/test/resources/bots/tool-shop"));
        toolKnowledge = new KnowledgeBase(toolBot.articles(), MiniLm.shared());
    }

    @BeforeEach
    void connectToShop() {
        turns = new Turns(toolBrain(inside(shop.baseUrl())), "en");
    }

    static AllowedOrigins inside(String... origins) {
        return AllowedOrigins.parse(List.of(), List.of(origins));
    }

    LlmBrain toolBrain(AllowedOrigins origins) {
        return toolBrain(ToolSettings.of(
                origins,
                Map.of("DESKHAND_TOOL_ORDERS", shop.baseUrl(), "DESKHAND_TOOL_ORDERS_KEY", "shop-secret")::get));
    }

    LlmBrain toolBrain(ToolSettings tools) {
        Models models = new Models(settings(model("test-model")), UnaryOperator.identity(), InstantSource.system());
        Outcomes outcomes = new Outcomes(toolBot, new Policy(toolBot, new SameQuestion(MiniLm.shared())));
        return new LlmBrain(
                toolBot,
                toolKnowledge,
                outcomes,
                new ExtractiveBrain(toolBot, toolKnowledge, outcomes, models.time()),
                models,
                new PromptSecrets(new byte[16]),
                MiniLm.shared(),
                spending,
                (id, rule) -> guarded.add(rule),
                new Toolboxes(tools).of("tool-shop", toolBot.tools()));
    }

    static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder calls(String tool, String arguments) {
        return stream(new Sse().toolCall("c", tool, arguments).done("tool_calls"));
    }

    static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder says(String... words) {
        return stream(Sse.text(words).done());
    }

    /** The bodies that the model was sent, oldest first. */
    static List<String> modelRequests() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    Clarify asked(TurnDecision decision) {
        Clarify clarify = assertThat(decision).asInstanceOf(type(Clarify.class)).actual();
        assertThat(clarify.pending()).isNotNull();
        assertThat(turns.seen()).isEqualTo(clarify.text());
        return clarify;
    }

    Escalate toolFailed(TurnDecision decision, String text) {
        Escalate escalate = escalated(decision);
        assertThat(escalate.reason()).isEqualTo(Reason.TOOL_FAILED);
        assertThat(escalate.text()).isEqualTo(text);
        assertThat(turns.seen()).isEqualTo(text);
        return escalate;
    }

    Escalate toolFailed(TurnDecision decision) {
        return toolFailed(decision, toolBot.text(Notice.TOOL_FAILED, "en"));
    }

    static String text(Notice notice, String what) {
        return toolBot.text(notice, "en", Map.of("what", what));
    }
}
