package io.deskhand.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.deskhand.bot.Company;
import io.deskhand.bot.customer.IdentityVerifier.Verification;
import io.deskhand.bot.customer.IdentityVerifier.Verification.Refused;
import io.deskhand.bot.customer.IdentityVerifier.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityVerifierTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final String SECRET =
            "what the company and Deskhand share, long enough for all of HS512, or so it is hoped";
    private static final Company COMPANY = new Company(SECRET);

    private final IdentityVerifier verifier = new IdentityVerifier(List.of(SECRET), () -> NOW);

    @Test
    void reads_who_the_customer_is_with_numbers_and_flags_as_rules_compare_them() {
        String token = signed(claims -> claims.claim("name", " Mira Sand ")
                .claim("email", "mira@example.com")
                .claim(
                        "attributes",
                        Map.of("tier", "gold", "open_orders_eur", 1200.50, "orders", 12, "newsletter", true)));

        assertThat(verifier.verify(token))
                .isEqualTo(new Verified(new VerifiedIdentity(
                        "shop-42",
                        "Mira Sand",
                        Map.of(
                                "email",
                                "mira@example.com",
                                "tier",
                                "gold",
                                "open_orders_eur",
                                "1200.5",
                                "orders",
                                "12",
                                "newsletter",
                                "true"))));
        assertThat(verifier.verify(signed(claims -> claims)))
                .isEqualTo(new Verified(new VerifiedIdentity("shop-42", "", Map.of())));
    }

    @Test
    void only_HS256_under_a_known_secret_counts() throws Exception {
        JWTClaimsSet claims = Company.claims("shop-42", NOW).build();
        assertThat(reason(new PlainJWT(claims).serialize())).contains("not signed with HS256");
        assertThat(reason(unsigned("{\"alg\":\"none\"}", claims) + ".")).contains("not signed with HS256");
        assertThat(reason(COMPANY.sign(JWSAlgorithm.HS512, claims))).contains("not signed with HS256");
        assertThat(reason(new Company("somebody else's secret, just as long").sign(JWSAlgorithm.HS256, claims)))
                .contains("not signed with HS256");

        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        SignedJWT rsa = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        rsa.sign(new RSASSASigner(keys.getPrivate()));
        assertThat(reason(rsa.serialize())).contains("not signed with HS256");
    }

    @Test
    void a_changed_claim_breaks_the_signature() {
        String[] parts = signed(claims -> claims).split("\\.");
        String[] other = signed(claims -> claims.subject("shop-43")).split("\\.");

        assertThat(reason(parts[0] + "." + other[1] + "." + parts[2])).contains("not signed with HS256");
        assertThat(reason(parts[0] + "." + parts[1] + ".")).contains("identity");
        assertThat(reason("rubbish")).contains("no JWT in compact form");
        assertThat(reason("")).contains("no JWT in compact form");
    }

    @Test
    void it_must_be_for_Deskhand() {
        assertThat(reason(signed(claims -> claims.audience("newsletter")))).contains("aud");
        assertThat(reason(signed(claims -> claims.audience((String) null)))).contains("aud");
        assertThat(verifier.verify(signed(claims -> claims.audience(List.of("shop", "deskhand")))))
                .isInstanceOf(Verified.class);
    }

    @Test
    void it_expires_within_an_hour_and_clocks_may_be_a_minute_apart() {
        assertThat(reason(expiring(null))).contains("does not say when it expires");
        assertThat(reason(expiring(Duration.ofSeconds(-61)))).contains("has expired");
        assertThat(verifier.verify(expiring(Duration.ofSeconds(-30)))).isInstanceOf(Verified.class);
        assertThat(verifier.verify(expiring(Duration.ofSeconds(3630)))).isInstanceOf(Verified.class);
        assertThat(reason(expiring(Duration.ofSeconds(3661)))).contains("more than an hour");
        assertThat(reason(expiring(Duration.ofDays(3650)))).contains("more than an hour");
        assertThat(reason(signed(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(120))))))
                .contains("not valid yet");
    }

    @Test
    void every_size_has_its_limit() {
        assertThat(reason(signed(claims -> claims.claim("padding", "x".repeat(4000)))))
                .contains("more than 4096 characters");
        assertThat(reason(signed(claims -> claims.subject("x".repeat(129))))).contains("sub has more than 128");
        assertThat(reason(signed(claims -> claims.subject(null)))).contains("who it is about");
        assertThat(reason(signed(claims -> claims.subject(" ")))).contains("who it is about");
        assertThat(reason(signed(claims -> claims.claim("name", "x".repeat(81)))))
                .contains("name has more than 80");
        assertThat(reason(signed(claims -> claims.claim("email", "x".repeat(250) + "@a.b"))))
                .contains("email");
        assertThat(reason(signed(claims -> claims.claim("email", "mira at example.com"))))
                .contains("no e-mail address");
        assertThat(reason(attributes(Map.of("tier", "x".repeat(201))))).contains("tier has more than 200");
        assertThat(reason(attributes(Map.of("tier", 1e300)))).contains("40 digits");
        Map<String, String> many =
                IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "a" + "b".repeat(i), i -> "1"));
        assertThat(reason(attributes(many))).contains("more than 20 attributes");
    }

    @Test
    void attributes_are_one_flat_object_with_plain_names() {
        for (String name : List.of("", "Tier", "a b", "a.b", "a".repeat(41), "_a", "tier\n")) {
            assertThat(reason(attributes(Map.of(name, "gold")))).as(name).contains("name of one of");
        }
        for (String name : List.of("id", "name", "email")) {
            assertThat(reason(attributes(Map.of(name, "x")))).as(name).contains("a claim of its own");
        }
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("tier", null);
        for (Object value : Arrays.asList(nothing, Map.of("tier", List.of("gold")), Map.of("tier", Map.of("a", "b")))) {
            assertThat(reason(attributes(value))).contains("neither a string nor a number");
        }
        assertThat(reason(attributes(List.of("gold")))).contains("no object");
        assertThat(reason(attributes(Map.of("tier", "gold\r\nX-Admin: yes")))).contains("control characters");
        assertThat(reason(signed(claims -> claims.claim("name", 7)))).contains("name is no string");
    }

    @Test
    void while_one_secret_replaces_another_both_count_and_without_any_nothing_does() {
        IdentityVerifier both =
                new IdentityVerifier(List.of("the new secret of the company, 32 bytes", SECRET), () -> NOW);
        assertThat(both.verify(signed(claims -> claims))).isInstanceOf(Verified.class);

        Verification none = new IdentityVerifier(List.of(), () -> NOW).verify(signed(claims -> claims));
        assertThat(none)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("no secret"));
        assertThatThrownBy(() -> new IdentityVerifier(List.of("short"), () -> NOW))
                .hasMessageContaining("fewer than 32 bytes")
                .hasMessageNotContaining("short");
    }

    @Test
    void no_reason_repeats_the_identity() {
        List<String> reasons = new ArrayList<>();
        reasons.add(reason(signed(claims -> claims.audience("s3cr3t"))));
        reasons.add(reason(attributes(Map.of("tier", "s3cr3t".repeat(40)))));
        reasons.add(reason("s3cr3t.s3cr3t.s3cr3t"));
        reasons.add(
                reason(unsigned("{\"alg\":\"s3cr3t\"}", Company.claims("a", NOW).build()) + ".AAAA"));

        assertThat(reasons).noneMatch(reason -> reason.contains("s3cr3t")).noneMatch(reason -> reason.contains(SECRET));
    }

    private String reason(String token) {
        Verification verification = verifier.verify(token);
        assertThat(verification).isInstanceOf(Refused.class);
        return ((Refused) verification).reason();
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return COMPANY.sign(
                JWSAlgorithm.HS256, change.apply(Company.claims("shop-42", NOW)).build());
    }

    private static String attributes(Object attributes) {
        return signed(claims -> claims.claim("attributes", attributes));
    }

    private static String expiring(Duration fromNow) {
        return signed(claims -> claims.expirationTime(fromNow == null ? null : Date.from(NOW.plus(fromNow))));
    }

    private static String unsigned(String header, JWTClaimsSet claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
    }
}
