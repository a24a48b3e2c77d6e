package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.policy.ApprovalTopics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the model is told by colleagues, and what it may ask them. */
class ColleaguesTest extends LlmTest {

    @Test
    void guidance_stands_among_the_systems_words_and_its_facts_may_be_stated() {
        answers(stream(Sse.text("You may exchange it until 14 May.").done()));

        TurnDecision decision =
                turns.guidedBy("Exchange is possible until 14 May.").say(RETURNS);

        assertThat(decision.text()).isEqualTo("You may exchange it until 14 May.");
        server.verify(
                1,
                postRequestedFor(urlEqualTo(CHAT))
                        .withRequestBody(containing("# From your colleagues, for this answer"))
                        .withRequestBody(containing("- Exchange is possible until 14 May."))
                        .withRequestBody(not(containing("ask_colleague"))));
    }

    @Test
    void the_model_asks_a_colleague_and_the_turn_ends_with_the_question() {
        answers(stream(Sse.text()
                .toolCall("call-1", "ask_colleague", "{\"question\":\"Is A-1042 lost?\"}")
                .done("tool_calls")));

        TurnDecision decision = turns.say("where is order A-1042?");

        assertThat(decision).isInstanceOfSatisfying(TurnDecision.AskColleague.class, ask -> {
            assertThat(ask.question()).isEqualTo("Is A-1042 lost?");
            assertThat(ask.text()).isEmpty();
            assertThat(ask.trace().rules()).contains("tool:ask_colleague");
        });
    }

    @Test
    void a_bots_topics_of_approval_are_found_before_an_answer_is_written() {
        assertThat(ApprovalTopics.in(request("How long is the guarantee?"), bot))
                .contains("warranty");
        assertThat(ApprovalTopics.in(request(RETURNS), bot)).isEmpty();
    }

    private static TurnRequest request(String question) {
        return new TurnRequest("t", 1, List.of(new Utterance(Speaker.CUSTOMER, question)), "en", Instant.EPOCH);
    }
}
