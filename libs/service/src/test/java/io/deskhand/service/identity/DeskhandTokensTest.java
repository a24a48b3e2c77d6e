package io.deskhand.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.deskhand.service.identity.DeskhandTokens.Minted;
import io.deskhand.service.identity.DeskhandTokens.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeskhandTokensTest {

    private static final String SECRET = "a secret of the tests, long enough";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:30:00Z"));
    private final DeskhandTokens tokens = new DeskhandTokens(SECRET, now::get);

    @Test
    void a_token_says_who_it_is_for_until_it_expires() {
        Minted minted = tokens.mint(TokenAudience.AGENT, "anna", "Anna", Duration.ofHours(1));

        assertThat(minted.expiresAt()).isEqualTo("2026-03-02T10:30:00Z");
        assertThat(tokens.verify(TokenAudience.AGENT, minted.token()))
                .isEqualTo(new Verification.Valid("anna", "Anna"));

        now.set(Instant.parse("2026-03-02T10:29:59Z"));
        assertThat(tokens.verify(TokenAudience.AGENT, minted.token())).isInstanceOf(Verification.Valid.class);

        now.set(Instant.parse("2026-03-02T10:30:00Z"));
        assertThat(tokens.verify(TokenAudience.AGENT, minted.token())).isEqualTo(new Verification.Expired());
    }

    @Test
    void a_token_of_one_audience_is_worthless_to_the_other() {
        Minted minted = tokens.mint(TokenAudience.CUSTOMER, "c_1", "", Duration.ofHours(1));

        assertThat(tokens.verify(TokenAudience.AGENT, minted.token())).isEqualTo(new Verification.Invalid());
    }

    @Test
    void a_token_under_another_secret_or_with_changed_claims_is_invalid_also_when_it_has_expired() {
        DeskhandTokens forger = new DeskhandTokens("another secret, just as long as ours", now::get);
        String forged = forger.mint(TokenAudience.AGENT, "anna", "Anna", Duration.ofHours(1))
                .token();
        String ours = tokens.mint(TokenAudience.AGENT, "ben", "Ben", Duration.ofHours(1))
                .token();
        String[] parts = ours.split("\\.");
        String changed = parts[0] + "." + forged.split("\\.")[1] + "." + parts[2];

        now.set(Instant.parse("2026-03-03T10:30:00Z"));

        assertThat(tokens.verify(TokenAudience.AGENT, forged)).isEqualTo(new Verification.Invalid());
        assertThat(tokens.verify(TokenAudience.AGENT, changed)).isEqualTo(new Verification.Invalid());
    }

    @Test
    void an_unsigned_token_and_rubbish_are_invalid() {
        String claims = tokens.mint(TokenAudience.AGENT, "anna", "Anna", Duration.ofHours(1))
                .token()
                .split("\\.")[1];
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(tokens.verify(TokenAudience.AGENT, none + "." + claims + "."))
                .isEqualTo(new Verification.Invalid());
        assertThat(tokens.verify(TokenAudience.AGENT, "")).isEqualTo(new Verification.Invalid());
        assertThat(tokens.verify(TokenAudience.AGENT, "a.b.c")).isEqualTo(new Verification.Invalid());
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeskhandTokens("x".repeat(31), now::get));
    }
}
