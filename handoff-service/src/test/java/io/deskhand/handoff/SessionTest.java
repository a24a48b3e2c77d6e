package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DeskStack.Shared.class)
class SessionTest {

    private final DeskStack desk;
    private final Browser browser;

    SessionTest(DeskStack desk) {
        this.desk = desk;
        this.browser = desk.browser();
        browser.get("/dashboard/");
    }

    @Test
    void signing_in_gives_the_agent_and_a_cookie_that_scripts_and_other_sites_cannot_use() {
        Answer answer = browser.post("/api/session", "{\"username\":\"ben\",\"password\":\"ben\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/agent/id").asString()).isEqualTo("ben");
        assertThat(answer.json().at("/agent/name").asString()).isEqualTo("Ben");
        assertThat(answer.json().at("/agent/teams").isArray()).isTrue();
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("deskhand=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Secure"));
        assertThat(browser.get("/api/session").json().at("/agent/id").asString())
                .isEqualTo("ben");
    }

    @Test
    void passwords_may_be_stored_as_bcrypt() {
        assertThat(browser.post("/api/session", "{\"username\":\"anna\",\"password\":\"anna\"}")
                        .json()
                        .at("/agent/teams/1")
                        .asString())
                .isEqualTo("returns");
    }

    @ParameterizedTest
    @CsvSource({"ben,wrong", "nobody,ben", "anna,ben"})
    void a_wrong_password_and_an_unknown_name_are_answered_alike(String username, String password) {
        Answer answer =
                browser.post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("sign_in_failed");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("unable to sign in; there is no such name with such a password");
        assertThat(browser.cookie("deskhand")).isEmpty();
    }

    @Test
    void missing_credentials_are_named() {
        Answer answer = browser.post("/api/session", "{\"username\":\"\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(answer.json().path("errors").findValuesAsString("field")).contains("username", "password");
    }

    @Test
    void nobody_is_signed_in_without_a_cookie() {
        Answer answer = browser.get("/api/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not_signed_in");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void an_expired_a_forged_and_a_customers_token_are_told_apart_from_none() {
        Instant yesterday = desk.clock().instant().minus(Duration.ofDays(1));
        DeskhandTokens old = new DeskhandTokens(DeskStack.SECRET, () -> yesterday);
        DeskhandTokens forger = new DeskhandTokens("another secret, just as long as ours", desk.clock());
        String expired =
                old.mint(TokenAudience.AGENT, "ben", "Ben", Duration.ofHours(1)).token();
        String forged = forger.mint(TokenAudience.AGENT, "ben", "Ben", Duration.ofHours(1))
                .token();
        String customers = desk.token(TokenAudience.CUSTOMER, "ben", Duration.ofHours(1));
        String gone = desk.token(TokenAudience.AGENT, "somebody-who-left", Duration.ofHours(1));
        String unsigned = "eyJhbGciOiJub25lIn0." + forged.split("\\.")[1] + ".";

        assertThat(codeWith(expired)).isEqualTo("token_expired");
        assertThat(codeWith(forged)).isEqualTo("token_invalid");
        assertThat(codeWith(unsigned)).isEqualTo("token_invalid");
        assertThat(codeWith(customers)).isEqualTo("token_invalid");
        assertThat(codeWith(gone)).isEqualTo("token_invalid");
        assertThat(codeWith("rubbish")).isEqualTo("token_invalid");
    }

    private String codeWith(String token) {
        Browser other = desk.browser();
        other.cookie("deskhand", token);
        Answer answer = other.get("/api/tickets?view=inbox");
        assertThat(answer.status()).isEqualTo(401);
        return answer.code();
    }

    @Test
    void an_expired_cookie_does_not_keep_anybody_from_signing_in_again() {
        browser.cookie("deskhand", "rubbish");

        assertThat(browser.post("/api/session", "{\"username\":\"ben\",\"password\":\"ben\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_and_again_is_no_error() {
        browser.post("/api/session", "{\"username\":\"ben\",\"password\":\"ben\"}");

        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
    }

    @Test
    void every_change_needs_the_csrf_header_and_the_first_get_gives_its_value() {
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEmpty();
        Browser signedIn = desk.signedIn("ben");
        String ticket = desk.queued().id().value();

        Answer without = signedIn.change(
                "POST", "/api/tickets/" + ticket + "/claim", BodyPublishers.ofString("{}"), "X-XSRF-TOKEN", "wrong");

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.code()).isEqualTo("forbidden");
        assertThat(without.json().path("detail").asString()).contains("X-XSRF-TOKEN");
        Answer signIn = browser.change(
                "POST",
                "/api/session",
                BodyPublishers.ofString("{\"username\":\"ben\",\"password\":\"ben\"}"),
                "X-XSRF-TOKEN",
                "");
        assertThat(signIn.code()).isEqualTo("forbidden");
    }

    @Test
    void guessing_passwords_is_slowed_down_but_signing_in_often_is_not() {
        try (DeskStack strict = new DeskStack("--deskhand.limits.sign-ins=3")) {
            Browser guesser = strict.browser();
            guesser.get("/dashboard/");
            for (int i = 0; i < 10; i++) {
                assertThat(guesser.post("/api/session", "{\"username\":\"ben\",\"password\":\"ben\"}")
                                .status())
                        .isEqualTo(200);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(guesser.post("/api/session", "{\"username\":\"ben\",\"password\":\"%d\"}".formatted(i))
                                .status())
                        .isEqualTo(401);
            }

            Answer answer = guesser.post("/api/session", "{\"username\":\"ben\",\"password\":\"ben\"}");

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("too_many_requests");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        }
    }
}
