package io.deskhand.brain.internal.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.Price;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnDecision.Trace;
import io.deskhand.brain.Turns;
import io.deskhand.brain.Usage;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.budget.Account;
import io.deskhand.brain.budget.Spent;
import io.deskhand.brain.internal.model.Models;
import io.deskhand.brain.internal.turn.RateLimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a turn used and cost, and what happens when there is nothing left to spend. */
class CostTest extends LlmTest {

    private static final Price PRICE =
            new Price(new BigDecimal("0.15"), new BigDecimal("0.60"), Currency.getInstance("USD"));

    @TempDir
    Path folder;

    private static ModelEndpoint priced(Price price) {
        ModelEndpoint model = model("priced");
        return new ModelEndpoint(model.baseUrl(), model.apiKey(), model.model(), price);
    }

    private Models models(Price price) {
        return new Models(settings(priced(price)), UnaryOperator.identity(), InstantSource.system());
    }

    private Bot withBudget(String budget) throws IOException {
        Path from = Path.of("src/test/resources/bots/camp-shop");
        Path to = folder.resolve("camp-shop");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Files.writeString(to.resolve("bot.yaml"), Files.readString(from.resolve("bot.yaml")) + budget);
        return BotFiles.load(to);
    }

    private static String answer(int input, int output) {
        return Sse.text("Within 30 days [returns].").usage(input, output).done();
    }

    @Test
    void usage_and_cost_of_all_requests_of_a_turn_stand_in_its_trace() {
        turns = new Turns(brain(bot, models(PRICE), RateLimiter.UNLIMITED), "en");
        answersInTurn(
                stream(new Sse()
                        .toolCall("c", "search_knowledge", "{\"query\":\"returns\"}")
                        .usage(1_000, 20)
                        .done("tool_calls")),
                stream(answer(1_500, 30)));

        Trace trace = turns.say(RETURNS).trace();

        assertThat(trace.usage()).isEqualTo(new Usage(2_500, 50));
        assertThat(trace.cost().amount()).isEqualByComparingTo("0.000405");
        assertThat(trace.cost().currency().getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void a_cost_that_is_not_known_is_null_and_never_0() {
        answers(stream(answer(1_000, 20)));
        Trace withoutPrice = new Turns(brain(0), "en").say(RETURNS).trace();
        assertThat(withoutPrice.usage()).isEqualTo(new Usage(1_000, 20));
        assertThat(withoutPrice.cost()).isNull();

        answers(stream(Sse.text("Within 30 days [returns].").done()));
        Trace withoutUsage = new Turns(brain(bot, models(PRICE), RateLimiter.UNLIMITED), "en")
                .say(RETURNS)
                .trace();
        assertThat(withoutUsage.usage()).isNull();
        assertThat(withoutUsage.cost()).isNull();
    }

    @Test
    void a_turn_without_a_model_has_no_usage() {
        Trace trace = turns.say("I want to talk to a human").trace();
        assertThat(trace.usage()).isNull();
        assertThat(trace.cost()).isNull();
        assertThat(trace.policy()).isEqualTo("built in: who asks for a person gets one");
    }

    @Test
    void an_exhausted_budget_is_found_before_the_model_and_the_articles_answer() throws IOException {
        Bot frugal = withBudget("budget:\n  ticket: {turns: 2}\n");
        turns = new Turns(brain(frugal, models(PRICE), RateLimiter.UNLIMITED), "en");
        answers(stream(answer(1_000, 20)));
        assertThat(answered(turns.say(RETURNS)).text()).isEqualTo("Within 30 days.");
        assertThat(answered(turns.say("who pays for sending it back, 30 days?"))
                        .trace()
                        .usage())
                .isNotNull();
        server.resetRequests();

        turns.say("which cards do you accept?");
        assertThat(turns.seen()).startsWith(bot.text(io.deskhand.brain.bot.Notice.DEGRADED, "en"));
        server.verify(0, postRequestedFor(urlEqualTo(CHAT)));
    }

    @Test
    void without_an_article_an_exhausted_budget_escalates_with_its_reason_and_line() throws IOException {
        Bot frugal = withBudget("budget:\n  day: {money: 0.0001}\n");
        answers(stream(answer(1_000, 20)));
        new Turns(brain(frugal, models(PRICE), RateLimiter.UNLIMITED), "en").say(RETURNS);

        var escalate = escalated(
                new Turns(brain(frugal, models(PRICE), RateLimiter.UNLIMITED), "en").say("do you sell kayaks?"));

        assertThat(escalate.reason()).isEqualTo(Reason.BUDGET);
        assertThat(escalate.trace().rules()).startsWith("budget:day.money");
        assertThat(escalate.trace().policy()).isEqualTo("budget.day.money");
    }

    @Test
    void policy_comes_before_the_budget_and_costs_nothing() throws IOException {
        Bot frugal = withBudget("budget:\n  ticket: {turns: 0}\n");
        var escalate = escalated(
                new Turns(brain(frugal, models(PRICE), RateLimiter.UNLIMITED), "en").say("I want to talk to a human"));
        assertThat(escalate.reason()).isEqualTo(Reason.ASKED);
        assertThat(spending.spent(List.of(new Account(Account.Scope.TICKET, "ticket:ticket-1", Duration.ofDays(1)))))
                .containsExactly(Spent.NOTHING);
    }

    @Test
    void prices_in_different_currencies_are_refused_at_start() {
        Price euros = new Price(BigDecimal.ONE, BigDecimal.ONE, Currency.getInstance("EUR"));
        assertThatThrownBy(() -> BrainSettings.of(List.of(priced(PRICE), priced(euros))))
                .hasMessageContaining("different currencies");
    }
}
