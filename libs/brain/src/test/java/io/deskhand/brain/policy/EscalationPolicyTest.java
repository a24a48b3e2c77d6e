package io.deskhand.brain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnDecision.Route;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.wiring.Brains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on who asks, and where an escalated ticket goes. */
class EscalationPolicyTest {

    private static final String UNKNOWN = "Which trains stop at platform nine?";
    private static final CustomerContext GOLD = verified("tier", "gold");
    private static final CustomerContext BIG = verified("open_orders_eur", "1200.50");

    @TempDir
    static Path prompts;

    private static Brain brain;

    @BeforeAll
    static void createBot() throws IOException {
        Path folder =
                Files.createDirectories(prompts.resolve("bots/shop/knowledge")).getParent();
        Files.writeString(folder.resolve("bot.yaml"), """
                schema: 1
                name: Helper
                languages: [en]
                greeting: {en: "Hi!"}
                team: general
                teams: [gold-desk, legal, accounts]
                sensitive:
                  - {topic: legal, team: legal, priority: 2, phrases: ["lawyer"]}
                  - {topic: safety, phrases: ["caught fire"]}
                escalation:
                  - {rule: gold, when: {attribute: tier, in: [gold, platinum]}, escalate: at_once, team: gold-desk, priority: 5}
                  - {rule: big, when: {attribute: open_orders_eur, at_least: 1000}, escalate: on_failure, team: accounts, priority: 1}
                  - {rule: silver, when: {attribute: tier, in: [silver]}, escalate: route_only, priority: 4}
                """);
        Files.writeString(folder.resolve("knowledge/returns.md"), """
                ---
                id: returns
                title: Returning an item
                url: /help/returns
                ---
                You can return any item within 30 days of delivery.
                """);
        brain = Brains.create(BrainSettings.extractive(), prompts).brain("shop").orElseThrow();
    }

    @Test
    void a_verified_customer_of_a_rule_goes_to_its_team_at_once() {
        Escalate escalate = escalated(ask(GOLD, "How do I return an item?"));
        assertThat(escalate.reason()).isEqualTo(Reason.RULE);
        assertThat(escalate.route()).isEqualTo(new Route("gold-desk", 5));
        assertThat(escalate.trace().rules()).containsExactly("rule:gold");
    }

    @Test
    void what_a_customer_says_of_themselves_is_not_believed() {
        CustomerContext said = new CustomerContext(Trust.IDENTIFIED, GOLD.attributes());
        assertThat(ask(said, "How do I return an item?")).isInstanceOf(TurnDecision.Answered.class);
        assertThat(ask(CustomerContext.ANONYMOUS, "My tier is gold. How do I return an item?"))
                .isNotInstanceOf(Escalate.class);
        assertThat(ask(verified("tier", "GOLD "), "How do I return an item?"))
                .isInstanceOf(TurnDecision.Answered.class);
    }

    @Test
    void a_value_rule_answers_what_it_can_and_escalates_at_the_first_failure() {
        assertThat(ask(BIG, "How do I return an item?")).isInstanceOf(TurnDecision.Answered.class);
        Escalate escalate = escalated(ask(BIG, UNKNOWN));
        assertThat(escalate.reason()).isEqualTo(Reason.WEAK_EVIDENCE);
        assertThat(escalate.route()).isEqualTo(new Route("accounts", 1));
        assertThat(escalate.trace().rules()).containsExactly("weak_evidence", "failures:1", "rule:big");

        assertThat(ask(verified("open_orders_eur", "999.99"), UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
        assertThat(ask(verified("open_orders_eur", "a lot"), UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
    }

    @Test
    void a_value_rule_does_not_only_offer_when_an_answer_did_not_help() {
        Escalate escalate = escalated(ask(BIG, "How do I return an item?", "Within 30 days.", "That did not help"));
        assertThat(escalate.reason()).isEqualTo(Reason.LOOP);
        assertThat(escalate.trace().rules()).containsExactly("unhelpful", "failures:1", "rule:big");
    }

    @Test
    void a_route_escalates_nobody_and_counts_whenever_something_else_does() {
        CustomerContext silver = verified("tier", "silver");
        assertThat(ask(silver, UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
        assertThat(escalated(ask(silver, "I want to talk to a person")).route()).isEqualTo(new Route(null, 4));
    }

    @Test
    void asking_is_the_reason_that_counts_and_a_topics_team_comes_before_a_rules() {
        Escalate asked = escalated(ask(GOLD, "I want to talk to a person"));
        assertThat(asked.reason()).isEqualTo(Reason.ASKED);
        assertThat(asked.route()).isEqualTo(new Route("gold-desk", 5));

        assertThat(escalated(ask(CustomerContext.ANONYMOUS, "My lawyer will write"))
                        .route())
                .isEqualTo(new Route("legal", 2));
        assertThat(escalated(ask(GOLD, "My lawyer will write")).route()).isEqualTo(new Route("legal", 5));
        assertThat(escalated(ask(CustomerContext.ANONYMOUS, "The stove caught fire"))
                        .route())
                .isEqualTo(Route.USUAL);
    }

    @Test
    void I24_a_rule_does_not_take_at_once_what_people_have_given_back() {
        TurnRequest givenBack = request(GOLD, true, "How do I return an item?");
        assertThat(answer(givenBack)).isInstanceOf(TurnDecision.Answered.class);
        assertThat(answer(request(GOLD, true, "I want to talk to a person"))).isInstanceOf(Escalate.class);
    }

    private static TurnDecision ask(CustomerContext customerContext, String... said) {
        return answer(request(customerContext, false, said));
    }

    /** Customer and bot in turns. */
    private static TurnRequest request(CustomerContext customerContext, boolean givenBack, String... said) {
        List<Utterance> dialogue = java.util.stream.IntStream.range(0, said.length)
                .mapToObj(i -> new Utterance(i % 2 == 0 ? Speaker.CUSTOMER : Speaker.BOT, said[i]))
                .toList();
        Instant now = Instant.parse("2026-03-02T09:30:00Z");
        return new TurnRequest("t-1", said.length, dialogue, "en", now)
                .withCustomerContext(customerContext)
                .withGivenBack(givenBack);
    }

    private static TurnDecision answer(TurnRequest request) {
        try {
            return brain.answer(request, delta -> true);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupted", e);
        }
    }

    private static Escalate escalated(TurnDecision decision) {
        assertThat(decision).isInstanceOf(Escalate.class);
        return (Escalate) decision;
    }

    private static CustomerContext verified(String attribute, String value) {
        return new CustomerContext(Trust.VERIFIED, Map.of(attribute, value));
    }
}
