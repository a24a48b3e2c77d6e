package io.deskhand.service.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Deskhand's own tokens: JWTs signed with HS256 under the configured secret.
 *
 * <p>Guarantee: a token verifies only for the audience that it was minted for, under the same secret, until it expires. Non-guarantee: there is no list of revoked
 * tokens; signing out ends a browser's session, not the token. A new secret ends all.
 */
public final class DeskhandTokens {

    private static final String ISSUER = "deskhand";
    private static final String NAME = "name";

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final InstantSource clock;

    /** @param secret at least 32 bytes in UTF-8 */
    public DeskhandTokens(String secret, InstantSource clock) {
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        if (key.getEncoded().length < 32) {
            throw new IllegalArgumentException("unable to sign tokens; the secret has fewer than 32 bytes");
        }
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        NimbusJwtDecoder bySignature = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        // The claims are checked here, so that expiry can be told from forgery and runs on the one clock.
        bySignature.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        // The issuer is a plain word; the default conversion would try it as a URL first and pay for an exception.
        bySignature.setClaimSetConverter(
                MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS, issuer -> issuer)));
        this.decoder = bySignature;
        this.clock = clock;
    }

    public Minted mint(TokenAudience audience, String subject, String name, Duration lasts) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lasts);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(audience.claim()))
                .subject(subject)
                .claim(NAME, name)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Minted(token, expiresAt);
    }

    public Verification verify(TokenAudience audience, String token) {
        try {
            return check(audience, decoder.decode(token));
        } catch (JwtException e) {
            return new Verification.Invalid();
        }
    }

    private Verification check(TokenAudience audience, Jwt jwt) {
        List<String> audiences = jwt.getAudience();
        Instant expiresAt = jwt.getExpiresAt();
        String subject = jwt.getSubject();
        boolean ours =
                ISSUER.equals(jwt.getClaimAsString("iss")) && audiences != null && audiences.contains(audience.claim());
        if (!ours || expiresAt == null || subject == null) {
            return new Verification.Invalid();
        }
        if (!expiresAt.isAfter(clock.instant())) {
            return new Verification.Expired();
        }
        return new Verification.Valid(subject, Objects.requireNonNullElse(jwt.getClaimAsString(NAME), ""));
    }

    public record Minted(String token, Instant expiresAt) {}

    /** The result of a verification. */
    public sealed interface Verification {

        record Valid(String subject, String name) implements Verification {}

        /** A valid signature, but expired. */
        record Expired() implements Verification {}

        /** Forged, damaged or for another audience. */
        record Invalid() implements Verification {}
    }
}
