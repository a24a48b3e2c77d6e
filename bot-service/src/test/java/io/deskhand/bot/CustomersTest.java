package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.bot.Caller.Answer;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(BotStack.Shared.class)
class CustomersTest {

    private final BotStack bots;
    private final Caller anonymous;

    CustomersTest(BotStack bots) {
        this.bots = bots;
        this.anonymous = bots.anonymous();
    }

    @ParameterizedTest
    @CsvSource({
        "en,         Hello,  How long,  answers",
        "'de-AT,de', Hallo,  Wie lange, ''",
        "'fr,de;q=0.5,en;q=0.1', Hallo, Wie lange, ''",
        "fr,         Hello,  How long,  answers",
        "'%%%;q=x',  Hello,  How long,  answers"
    })
    void a_bot_shows_itself_in_the_customers_language(
            String acceptLanguage, String greeting, String suggestion, String notice) {
        Answer answer = anonymous.get("/api/bots/test-store", "Accept-Language", acceptLanguage);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/id")).isEqualTo("test-store");
        assertThat(answer.text("/name")).isEqualTo("Testa");
        assertThat(answer.text("/greeting")).startsWith(greeting);
        assertThat(answer.text("/brain")).isEqualTo("extractive");
        assertThat(answer.text("/notice")).isNotEmpty().contains(notice);
        assertThat(answer.text("/suggestions/0")).startsWith(suggestion);
    }

    @ParameterizedTest
    @CsvSource({"no-such-bot", "a%20b", "%3Cb%3E"})
    void an_unknown_bot_is_a_problem(String id) {
        Answer answer = anonymous.get("/api/bots/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_bot");
    }

    @Test
    void anybody_becomes_a_customer_with_a_token_of_their_own() {
        Answer first = anonymous.post("/api/customers", "{\"name\":\" Zoë \"}");
        Answer second = anonymous.post("/api/customers", "");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(first.text("/customer")).matches("c_[0-9a-z]{26}").isNotEqualTo(second.text("/customer"));
        assertThat(Instant.parse(first.text("/expiresAt")))
                .isAfter(bots.clock().instant().plus(Duration.ofDays(20)));
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(anonymous.with(first.text("/token")).get("/api/tickets").status())
                .isEqualTo(200);
    }

    @Test
    void a_name_of_more_than_80_characters_is_refused() {
        Answer answer = anonymous.post("/api/customers", "{\"name\":\"" + "x".repeat(81) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(answer.text("/errors/0/field")).isEqualTo("name");
    }

    @Test
    void an_identity_is_a_problem_where_nothing_is_set_to_check_it_with() {
        Answer answer = anonymous.post("/api/customers", "{\"identity\":\"a.b.c\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("identity_invalid");
        assertThat(answer.text("/detail")).contains("no secret to check identities with");
    }

    @Test
    void everybody_may_know_where_the_rooms_are() {
        Answer answer = anonymous.get("/api/realtime");

        assertThat(answer.text("/endpoint")).isEqualTo("127.0.0.1");
        assertThat(answer.json().path("port").asInt()).isEqualTo(bots.ably.port());
        assertThat(answer.json().path("tls").asBoolean(true)).isFalse();
    }

    @Test
    void the_realtime_token_is_for_the_customers_own_rooms_only() {
        Answer customer = anonymous.post("/api/customers", "{}");

        Answer answer = anonymous.with(customer.text("/token")).get("/api/realtime/token");

        String id = customer.text("/customer");
        assertThat(answer.text("/clientId")).isEqualTo("customer:" + id);
        String claims = answer.text("/token").split("\\.")[1];
        JsonNode body = Caller.JSON.readTree(Base64.getUrlDecoder().decode(claims));
        JsonNode capability =
                Caller.JSON.readTree(body.path("x-ably-capability").asString());
        assertThat(capability.propertyNames()).containsExactly("ticket:" + id + ":*");
        assertThat(body.path("x-ably-clientId").asString()).isEqualTo("customer:" + id);
    }

    @Test
    void no_token_an_expired_a_forged_and_an_agents_token_are_told_apart() {
        Instant longAgo = bots.clock().instant().minus(Duration.ofDays(40));
        DeskhandTokens old = new DeskhandTokens(BotStack.SECRET, () -> longAgo);
        DeskhandTokens forger = new DeskhandTokens("another secret, just as long as ours", bots.clock());
        DeskhandTokens ours = bots.service.getBean(DeskhandTokens.class);
        Duration day = Duration.ofDays(1);

        assertThat(codeWith("")).isEqualTo("not_signed_in");
        assertThat(codeWith(old.mint(TokenAudience.CUSTOMER, "c_1", "", day).token()))
                .isEqualTo("token_expired");
        assertThat(codeWith(forger.mint(TokenAudience.CUSTOMER, "c_1", "", day).token()))
                .isEqualTo("token_invalid");
        assertThat(codeWith(ours.mint(TokenAudience.AGENT, "c_1", "", day).token()))
                .isEqualTo("token_invalid");
        assertThat(codeWith("rubbish")).isEqualTo("token_invalid");
    }

    private String codeWith(String token) {
        for (String path : new String[] {"/api/tickets", "/api/tickets/T1", "/api/realtime/token"}) {
            Answer answer = anonymous.with(token).get(path);
            assertThat(answer.status()).isEqualTo(401);
        }
        Answer answer = anonymous.with(token).post("/api/tickets", "{\"bot\":\"test-store\"}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        return answer.code();
    }

    @Test
    void a_bad_token_does_not_keep_anybody_from_becoming_a_new_customer() {
        assertThat(anonymous.with("rubbish").post("/api/customers", "{}").status())
                .isEqualTo(201);
    }

    @Test
    void an_address_that_calls_too_often_without_a_token_is_slowed_down() {
        try (BotStack strict = new BotStack("--deskhand.limits.anonymous=5")) {
            Caller caller = strict.anonymous();
            for (int i = 0; i < 5; i++) {
                assertThat(caller.post("/api/customers", "{}").status()).isEqualTo(201);
            }

            Answer answer = caller.post("/api/customers", "{}");

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("too_many_requests");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
            assertThat(caller.get("/demo/").status()).isEqualTo(200);
        }
    }
}
