package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.deskhand.brain.Brain;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.OfferHuman;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.turn.RateLimiter;
import java.net.URI;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first and a second model: who answers when the first cannot, and how it comes back. */
class SeveralModelsTest extends LlmTest {

    private Instant now = Instant.parse("2026-03-02T09:30:00Z");
    private Models models;

    @BeforeEach
    void two_models() {
        use(RateLimiter.UNLIMITED);
    }

    private void use(RateLimiter outages) {
        models = new Models(settings(model("first"), model("second")), UnaryOperator.identity(), () -> now);
        turns = new Turns(brain(bot, models, outages), "en");
    }

    private static void answers(String model, ResponseDefinitionBuilder response) {
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.model", equalTo(model)))
                .willReturn(response));
    }

    private static void fine(String model) {
        answers(model, stream(Sse.text("Within 30 days [returns].").done()));
    }

    private static int asked(String model) {
        return server.findAll(
                        postRequestedFor(urlEqualTo(CHAT)).withRequestBody(matchingJsonPath("$.model", equalTo(model))))
                .size();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500, 503})
    void the_second_answers_when_the_first_refuses_and_stands_in_the_trace(int status) {
        answers("first", aResponse().withStatus(status));
        fine("second");

        Answered answered = answered(turns.say(RETURNS));

        assertThat(answered.text()).isEqualTo("Within 30 days.");
        assertThat(answered.trace().model()).isEqualTo("second");
        assertThat(answered.trace().rules()).hasSize(2).last().isEqualTo("fallback:second");
        assertThat(asked("first")).isEqualTo(1);
    }

    @Test
    void half_a_sentence_of_the_first_is_not_said() {
        answers("first", stream(Sse.text("You have 90").cut()));
        fine("second");
        assertThat(answered(turns.say(RETURNS)).text()).isEqualTo("Within 30 days.");
        assertThat(turns.seen()).isEqualTo("Within 30 days.");
    }

    @Test
    void the_second_answers_when_the_first_resets_the_connection_or_says_nothing() {
        fine("second");
        answers("first", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(answered(turns.say(RETURNS)).trace().model()).isEqualTo("second");
        answers("first", stream(new Sse().done()));
        assertThat(answered(turns.say("and which cards can I pay with? within 30 days?"))
                        .trace()
                        .rules())
                .contains("model_failed:empty");
    }

    @Test
    void after_the_first_text_nobody_else_is_asked() {
        answers(
                "first",
                stream(Sse.text("You have 30 days [returns]. ", "The item").cut()));
        fine("second");
        unfinished(turns.say(RETURNS), "You have 30 days.", "model_failed:cut");
        assertThat(asked("second")).isZero();
    }

    @Test
    void the_second_goes_on_with_what_the_tools_of_the_first_have_brought() {
        server.stubFor(post(CHAT)
                .withRequestBody(matchingJsonPath("$.model", equalTo("first")))
                .withRequestBody(containing("tool_call_id"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(500)));
        answers(
                "first",
                stream(new Sse()
                        .toolCall("c1", "search_knowledge", "{\"query\": \"return an item\"}")
                        .done("tool_calls")));
        fine("second");

        Answered answered = answered(turns.say(RETURNS));

        assertThat(answered.trace().rules())
                .containsExactly("tool:search_knowledge", "model_failed:server_error", "fallback:second");
        server.verify(
                1,
                postRequestedFor(urlEqualTo(CHAT))
                        .withRequestBody(matchingJsonPath("$.model", equalTo("second")))
                        .withRequestBody(containing("tool_call_id")));
    }

    @Test
    void the_articles_answer_when_both_fail() {
        answers("first", aResponse().withStatus(500));
        answers("second", aResponse().withStatus(401));
        TurnDecision decision = turns.say(RETURNS);
        degraded(decision, "model_failed:server_error");
        degraded(decision, "model_failed:unauthorized");
    }

    @Test
    void an_open_breaker_is_passed_over_and_closes_by_itself_when_the_model_is_back() {
        answers("first", aResponse().withStatus(500));
        fine("second");
        Brain brain = brain(bot, models, RateLimiter.UNLIMITED);
        for (int i = 0; i < 4; i++) {
            new Turns(brain, "en").say(RETURNS);
        }
        assertThat(asked("first")).isEqualTo(4);
        assertThat(answered(new Turns(brain, "en").say(RETURNS)).trace().rules())
                .containsExactly("model_failed:breaker_open", "fallback:second");
        assertThat(asked("first")).isEqualTo(4);
        assertThat(models.states().values()).containsExactly("open", "closed");

        fine("first");
        now = now.plusSeconds(16);
        for (int i = 0; i < 2; i++) {
            assertThat(answered(new Turns(brain, "en").say(RETURNS)).trace().model())
                    .isEqualTo("first");
        }
        assertThat(models.states().values()).containsExactly("closed", "closed");
    }

    @Test
    void a_drill_takes_every_model_away_until_it_ends() {
        fine("first");
        fine("second");
        models.drill(true);
        assertThat(models.inDrill()).isTrue();
        degraded(turns.say(RETURNS), "model_failed:breaker_open");
        now = now.plusSeconds(3_600);
        turns = new Turns(brain(bot, models, RateLimiter.UNLIMITED), "en");
        degraded(turns.say(RETURNS), "model_failed:breaker_open");
        assertThat(asked("first") + asked("second")).isZero();

        models.drill(false);
        turns = new Turns(brain(bot, models, RateLimiter.UNLIMITED), "en");
        assertThat(answered(turns.say(RETURNS)).trace().model()).isEqualTo("first");
    }

    @Test
    void in_an_outage_so_many_are_escalated_a_minute_and_the_others_are_offered_a_person() {
        use(new RateLimiter(2, () -> now));
        models.drill(true);
        Brain brain = brain(bot, models, new RateLimiter(2, () -> now));
        for (int i = 0; i < 2; i++) {
            assertThat(escalated(new Turns(brain, "en").say("do you sell kayaks?"))
                            .reason())
                    .isEqualTo(Reason.OUTAGE);
        }
        Turns third = new Turns(brain, "en");
        TurnDecision offer = third.say("do you sell kayaks?");
        assertThat(offer).isInstanceOf(OfferHuman.class);
        assertThat(offer.text()).isEqualTo(bot.text(Notice.OUTAGE, "en") + " " + bot.text(Notice.ASK_PERSON, "en"));
        assertThat(third.seen()).isEqualTo(offer.text());
        assertThat(offer.trace().rules()).endsWith("paced");
        assertThat(escalated(third.say("yes please")).reason()).isEqualTo(Reason.ASKED);

        now = now.plusSeconds(30);
        assertThat(escalated(new Turns(brain, "en").say("do you sell kayaks?")).reason())
                .isEqualTo(Reason.OUTAGE);
    }

    @Test
    void an_unfinished_answer_is_paced_too_and_says_so() {
        answers(
                "first",
                stream(Sse.text("You have 30 days [returns]. ", "The item").cut()));
        Turns paced = new Turns(brain(bot, models, new RateLimiter(0, () -> now)), "en");
        TurnDecision offer = paced.say(RETURNS);
        assertThat(offer).isInstanceOf(OfferHuman.class);
        assertThat(offer.text())
                .isEqualTo("You have 30 days.\n\n" + bot.text(Notice.UNFINISHED, "en") + " "
                        + bot.text(Notice.ASK_PERSON, "en"));
        assertThat(paced.seen()).isEqualTo(offer.text());
    }

    @Test
    void no_key_is_ever_shown() {
        assertThat(new ModelEndpoint(URI.create("https://api.example/v1"), "sk-secret", "m", null).toString())
                .doesNotContain("sk-secret");
        assertThat(models.states().toString()).doesNotContain("sk-secret");
    }
}
