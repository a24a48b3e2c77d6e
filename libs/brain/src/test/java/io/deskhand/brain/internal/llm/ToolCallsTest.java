package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Clarify;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Notice;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tools on their good days: what they may, what they need, and what the model gets to see. */
class ToolCallsTest extends ToolTest {

    private static final String WHAT = "start a return of order A-1042 (too small)";

    @Test
    void answers_from_a_tools_result_and_shows_the_model_no_more_than_it_may_see() {
        shop.stubFor(
                get(ORDER)
                        .willReturn(
                                okJson(
                                        "{\"status\":\"shipped\",\"parcels\":2,\"phone\":\"+44 20 7946 0958\",\"customer\":{\"email\":\"mara@example.org\"},\"items\":[{\"name\":\"Tent\",\"cost\":71.5}]}")));
        answersInTurn(
                calls("order_status", "{\"order\":\"A-1042\"}"), says("Order A-1042 has been shipped in 2 parcels."));

        Answered answered = answered(turns.say("Where is my order A-1042?"));

        assertThat(answered.text()).isEqualTo("Order A-1042 has been shipped in 2 parcels.");
        assertThat(answered.trace().rules()).singleElement().asString().matches("tool:order_status:ok:\\d+ms");
        shop.verify(getRequestedFor(urlEqualTo(ORDER)).withHeader("Authorization", equalTo("Bearer shop-secret")));
        assertThat(modelRequests().getLast())
                .contains("result of order_status", "shipped", "Tent", "[phone]")
                .doesNotContain("mara@", "71.5", "7946", "shop-secret");
    }

    @Test
    void says_that_there_is_no_such_thing_when_the_shop_says_so() {
        shop.stubFor(
                get("/orders/A-9999").willReturn(aResponse().withStatus(404).withBody("<html>no</html>")));
        answersInTurn(calls("order_status", "{\"order\":\"A-9999\"}"), says("I cannot find an order A-9999."));

        Answered answered = answered(turns.say("Where is A-9999?"));

        assertThat(answered.text()).isEqualTo("I cannot find an order A-9999.");
        assertThat(answered.trace().rules()).singleElement().asString().startsWith("tool:order_status:declined:");
        assertThat(modelRequests().getLast()).contains("there is no such thing");
    }

    @Test
    void asks_before_it_acts_and_acts_once_the_customer_says_yes() {
        shop.stubFor(post(RETURN).willReturn(okJson("{\"return\":\"R-7\",\"label\":\"sent\"}")));
        answersInTurn(calls("start_return", RETURN_ARGUMENTS), says("Your return R-7 has been started."));

        Clarify asked = asked(turns.say("I want to return A-1042, it is too small"));

        assertThat(asked.text()).isEqualTo(text(Notice.TOOL_CONFIRM, WHAT));
        assertThat(asked.trace().rules()).containsExactly("tool:start_return:asked");
        shop.verify(0, postRequestedFor(urlEqualTo(RETURN)));

        Answered answered = answered(turns.say("yes please, thank you"));

        assertThat(answered.text()).isEqualTo("Your return R-7 has been started.");
        assertThat(answered.trace().rules().getFirst()).isEqualTo("agreed:start_return");
        shop.verify(1, postRequestedFor(urlEqualTo(RETURN)).withRequestBody(equalToJson("{\"reason\":\"too small\"}")));
    }

    @Test
    void does_nothing_when_the_customer_does_not_agree() {
        answersInTurn(
                calls("start_return", RETURN_ARGUMENTS),
                says("All right, nothing has been started."),
                says("Good-bye then."));
        asked(turns.say("I want to return A-1042, it is too small"));

        assertThat(answered(turns.say("no, not now")).text()).isEqualTo("All right, nothing has been started.");
        turns.say("yes");

        shop.verify(0, postRequestedFor(urlEqualTo(RETURN)));
    }

    @Test
    void I10_a_turn_that_runs_twice_sends_the_same_key_and_another_turn_another_one() {
        shop.stubFor(post(RETURN).willReturn(okJson("{\"return\":\"R-7\"}")));
        for (int run = 0; run < 2; run++) {
            server.resetAll();
            answersInTurn(calls("start_return", RETURN_ARGUMENTS), says("Done."), says("Done."));
            turns = new Turns(toolBrain(inside(shop.baseUrl())), "en");
            turns.say("I want to return A-1042, it is too small");
            turns.say("yes");
        }
        server.resetAll();
        answersInTurn(says("Hello."), calls("start_return", RETURN_ARGUMENTS), says("Done."));
        turns = new Turns(toolBrain(inside(shop.baseUrl())), "en");
        turns.say("which tents do you have?");
        turns.say("I want to return A-1042, it is too small");
        turns.say("yes");

        var keys = shop.findAll(postRequestedFor(urlEqualTo(RETURN))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void what_was_done_is_said_without_a_model_too() {
        shop.stubFor(post(RETURN).willReturn(okJson("{\"return\":\"R-7\"}")));
        answersInTurn(calls("start_return", RETURN_ARGUMENTS), aResponse().withStatus(500));
        turns.say("I want to return A-1042, it is too small");

        Answered answered = answered(turns.say("yes"));

        assertThat(answered.text()).isEqualTo(text(Notice.TOOL_DONE, WHAT));
        assertThat(turns.seen()).isEqualTo(answered.text());
        assertThat(answered.trace().rules()).contains("model_failed:server_error");
    }

    @Test
    void a_tool_above_the_customers_trust_is_not_offered_and_a_call_of_it_is_refused() {
        answersInTurn(calls("my_orders", "{}"), says("Please sign in for that."));

        Answered answered = answered(turns.say("which orders do I have?"));

        assertThat(answered.text()).isEqualTo("Please sign in for that.");
        assertThat(answered.trace().rules()).containsExactly("tool:my_orders:not_allowed");
        assertThat(modelRequests().getFirst()).contains("order_status").doesNotContain("my_orders");
        assertThat(shop.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_verified_customer_is_named_to_the_tool_and_not_to_the_model() {
        shop.stubFor(get("/customers/orders").willReturn(okJson("[{\"order\":\"A-1042\"}]")));
        answersInTurn(calls("my_orders", "{}"), says("You have one order."));
        turns.as(new CustomerContext(Trust.VERIFIED, Map.of("id", "customer-77")));

        assertThat(answered(turns.say("which orders do I have?")).text()).isEqualTo("You have one order.");

        shop.verify(getRequestedFor(urlEqualTo("/customers/orders")).withHeader("X-Customer", equalTo("customer-77")));
        assertThat(modelRequests()).allSatisfy(body -> assertThat(body).doesNotContain("customer-77"));
    }

    @Test
    void a_claim_between_thought_and_deed_keeps_the_deed_from_being_done() throws InterruptedException {
        shop.stubFor(post(RETURN).willReturn(okJson("{}")));
        var request = new io.deskhand.brain.TurnRequest(
                        "t",
                        3,
                        java.util.List.of(new io.deskhand.brain.TurnRequest.Utterance(
                                io.deskhand.brain.TurnRequest.Speaker.CUSTOMER, "yes")),
                        "en",
                        java.time.Instant.EPOCH)
                .withPending(new io.deskhand.brain.PendingCall("start_return", RETURN_ARGUMENTS, 1));

        var decision = toolBrain(inside(shop.baseUrl())).answer(request, new io.deskhand.brain.TurnSink() {
            @Override
            public boolean text(String delta) {
                return true;
            }

            @Override
            public boolean mayAct() {
                return false;
            }
        });

        assertThat(decision.trace().rules()).contains("tool:start_return:cut", "cut");
        assertThat(shop.getAllServeEvents()).isEmpty();
    }
}
