package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.deskhand.brain.Brain;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Notice;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The model's bad days: each ends in a truthful text and a recorded decision. */
class LlmFaultsTest extends LlmTest {

    @Test
    void recovers_from_429_when_the_server_lets_it_in_later() {
        answersInTurn(
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                stream(Sse.text("Within 30 days [returns].").done()));
        assertThat(answered(turns.say(RETURNS)).text()).isEqualTo("Within 30 days.");
        server.verify(2, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void answers_from_the_articles_with_a_truthful_line_when_429_goes_on() {
        answers(aResponse().withStatus(429));
        degraded(turns.say(RETURNS), "model_failed:rate_limited");
        server.verify(3, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void does_not_wait_for_a_server_that_asks_for_a_minute() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "60"));
        degraded(turns.say(RETURNS), "model_failed:rate_limited");
        server.verify(1, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void does_not_repeat_a_401_and_says_nothing_of_keys() {
        answers(aResponse()
                .withStatus(401)
                .withBody("{\"error\":{\"message\":\"Incorrect API key provided: sk-secret\"}}"));
        TurnDecision decision = turns.say(RETURNS);
        degraded(decision, "model_failed:unauthorized");
        assertThat(decision.toString()).doesNotContain("sk-secret");
        server.verify(1, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void answers_from_the_articles_on_500() {
        answers(aResponse().withStatus(500));
        degraded(turns.say(RETURNS), "model_failed:server_error");
    }

    @Test
    void escalates_as_outage_when_model_and_articles_both_have_nothing() {
        answers(aResponse().withStatus(500));
        Escalate escalate = escalated(turns.say("do you sell kayaks?"));
        assertThat(escalate.reason()).isEqualTo(Reason.OUTAGE);
        assertThat(escalate.text()).isEqualTo(bot.text(Notice.OUTAGE, "en"));
        assertThat(turns.seen()).isEqualTo(escalate.text());
    }

    @Test
    void does_not_wait_for_slow_headers() {
        turns = new Turns(
                brain(settings(model("test-model"))
                        .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(30))),
                "en");
        answers(stream(Sse.text("Late.").done()).withFixedDelay(5_000));
        degraded(turns.say(RETURNS), "model_failed:stalled");
    }

    @Test
    void notices_a_refused_connection() {
        turns = new Turns(
                brain(settings(new ModelEndpoint(URI.create("http://127.0.0.1:1/v1"), null, "nobody", null))), "en");
        degraded(turns.say(RETURNS), "model_failed:unreachable");
    }

    @Test
    void finishes_truthfully_when_the_stream_is_cut() {
        answers(stream(
                Sse.text("You have 30 days [returns]. ", "The item must be cl").cut()));
        unfinished(turns.say(RETURNS), "You have 30 days.", "model_failed:cut");
    }

    @Test
    void a_cut_before_the_first_whole_sentence_counts_as_no_text() {
        answers(stream(Sse.text("You have 30").cut()));
        degraded(turns.say(RETURNS), "model_failed:cut");
    }

    @Test
    void answers_from_the_articles_when_the_connection_is_reset() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        degraded(turns.say(RETURNS), "model_failed:");
    }

    @Test
    void finishes_truthfully_when_a_chunk_is_garbage() {
        answers(stream(Sse.text("You have 30 days [returns]. ", "The item ")
                .raw("{\"choices\": [ nonsense")
                .content("must")
                .done()));
        unfinished(turns.say(RETURNS), "You have 30 days.", "model_failed:garbled");
    }

    @Test
    void treats_an_empty_answer_as_a_failure() {
        answers(stream(new Sse().done()));
        degraded(turns.say(RETURNS), "model_failed:empty");
    }

    @Test
    void ends_a_loop_of_tool_calls() {
        answers(stream(new Sse()
                .toolCall("c", "search_knowledge", "{\"query\":\"more\"}")
                .done("tool_calls")));
        degraded(turns.say(RETURNS), "model_failed:too_many_tools");
        server.verify(bot.model().toolRounds() + 1, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void tells_the_model_about_unusable_tool_calls_and_goes_on() {
        answersInTurn(
                stream(new Sse().toolCall("c", "issue_refund", "{}").done("tool_calls")),
                stream(new Sse().toolCall("c", "search_knowledge", "{not json").done("tool_calls")),
                stream(Sse.text("Within 30 days [returns].").done()));
        assertThat(answered(turns.say(RETURNS)).text()).isEqualTo("Within 30 days.");
        server.verify(postRequestedFor(urlEqualTo(CHAT)).withRequestBody(containing("there is no tool")));
        server.verify(postRequestedFor(urlEqualTo(CHAT)).withRequestBody(containing("not valid JSON")));
    }

    @Test
    void the_breaker_opens_after_failures_and_the_model_is_not_asked_any_more() {
        answers(aResponse().withStatus(401));
        Brain brain = brain(0);
        for (int i = 0; i < 4; i++) {
            new Turns(brain, "en").say(RETURNS);
        }
        server.resetRequests();
        turns = new Turns(brain, "en");
        degraded(turns.say(RETURNS), "model_failed:breaker_open");
        server.verify(0, postRequestedFor(urlEqualTo(CHAT)));
    }
}
