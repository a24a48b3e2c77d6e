package io.deskhand.bot.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the identities that a shop's backend signs for its customers: compact JWTs under HS256, at most 4 KiB, with the claims of docs/api.md.
 *
 * <p>Guarantee: what verifies was signed with one of the secrets, for Deskhand, and is neither expired nor good for more than an hour. Non-guarantee: an identity may be used
 * again until it expires; whoever holds it is that customer.
 */
final class IdentityVerifier {

    static final String AUDIENCE = "deskhand";
    static final Duration LONGEST_LIFE = Duration.ofHours(1);

    /** Accepted clock skew between the shop and Deskhand. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LONGEST = 4096;

    private final List<SecretKeySpec> keys;
    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final InstantSource clock;

    /** The result of a verification. */
    sealed interface Verification {

        record Verified(VerifiedIdentity identity) implements Verification {}

        /** @param reason for whoever signs identities, such as "the identity has expired"; holds nothing of the identity */
        record Refused(String reason) implements Verification {}
    }

    /** @param secrets each of at least 32 bytes in UTF-8; while one replaces another both count. Without any, nothing verifies */
    IdentityVerifier(List<String> secrets, InstantSource clock) {
        this.keys = secrets.stream().map(IdentityVerifier::key).toList();
        this.clock = clock;
        signatures.setJWSKeySelector(
                (header, context) -> JWSAlgorithm.HS256.equals(header.getAlgorithm()) ? keys : List.<Key>of());
        // The claims are checked here, so that each mistake has its own words and all runs on the one clock.
        signatures.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("unable to check identities; a secret has fewer than 32 bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    Verification verify(String token) {
        if (keys.isEmpty()) {
            return new Verification.Refused("this service has no secret to check identities with");
        }
        if (token.length() > LONGEST) {
            return new Verification.Refused("the identity has more than " + LONGEST + " characters");
        }
        try {
            JWTClaimsSet claims = signatures.process(token, null);
            String untimely = untimely(claims);
            if (!untimely.isEmpty()) {
                return new Verification.Refused(untimely);
            }
            if (!claims.getAudience().contains(AUDIENCE)) {
                return new Verification.Refused("the identity's audience (aud) is not \"" + AUDIENCE + "\"");
            }
            return IdentityClaims.read(claims);
        } catch (ParseException e) {
            return new Verification.Refused("the identity is no JWT in compact form");
        } catch (BadJWTException e) {
            return new Verification.Refused("the identity's claims are not those of a JWT");
        } catch (BadJOSEException | JOSEException e) {
            return new Verification.Refused(
                    "the identity is not signed with HS256 under a secret that this service knows");
        }
    }

    /** What is wrong with its times, or empty. */
    private String untimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant expires = instant(claims.getExpirationTime());
        Instant begins = instant(claims.getNotBeforeTime());
        if (expires == null) {
            return "the identity does not say when it expires (exp)";
        }
        if (!expires.isAfter(now.minus(SKEW))) {
            return "the identity has expired";
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))) {
            return "the identity expires (exp) more than an hour from now";
        }
        return begins != null && begins.isAfter(now.plus(SKEW)) ? "the identity is not valid yet (nbf)" : "";
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
