package io.deskhand.quickstart.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The demo shop's own backend, as far as its customers sign in: it signs their identity for the widget (docs/customers.md). It signs everybody in as Mira, which is
 * safe only for a demo on the loopback interface.
 */
@RestController
public final class ShopSignIn {

    /** The shop's id of its one customer with an account. */
    static final String MIRA = "mira";

    private static final Duration GOOD_FOR = Duration.ofMinutes(50);

    private final String secret;
    private final Clock clock;

    /** @param secret shared with Deskhand */
    public ShopSignIn(@Value("${deskhand.customers.identity-secrets[0]}") String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** What the shop's page gives the widget for Mira, a gold member. */
    @GetMapping("/demo/identity/" + MIRA)
    public Map<String, String> mira() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(MIRA)
                .audience("deskhand")
                .expirationTime(Date.from(clock.instant().plus(GOOD_FOR)))
                .claim("name", "Mira Solberg")
                .claim("email", "mira@example.com")
                .claim("attributes", Map.of("tier", "gold"))
                .build();
        SignedJWT identity = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        identity.sign(new MACSigner(secret));
        return Map.of("identity", identity.serialize());
    }
}
