package io.deskhand.realtime;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ably JWTs for customers and agents: short-lived, the client id pinned, and no more rights than the holder needs.
 *
 * <p>An agent cannot publish into a room: their messages go through the log, so that a claim always comes first (I3). HS256 needs a secret of 256 bits. Shorter key
 * secrets of Ably are padded with zero bytes, as HMAC itself does, so the signature is the same.
 */
public final class RealtimeTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int HS256_KEY_BYTES = 32;

    private final AblySettings settings;
    private final InstantSource clock;

    public RealtimeTokens(AblySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A token and its client id; {@code token} is a secret. */
    public record Token(String token, String clientId, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[" + clientId + " until " + expiresAt + "]";
        }
    }

    /** For a customer: their own rooms, to read, write, type and be present in. */
    public Token customer(CustomerId customer) {
        return mint(
                "customer:" + customer,
                Map.of("ticket:" + customer + ":*", "subscribe,publish,presence,history"),
                Map.of("ably.room.*", "customer"));
    }

    /** For an agent: the inbox, the colleagues, the rooms they own, and those they watch (to read only). */
    public Token agent(AgentId agent, Collection<Ticket> own, Collection<Ticket> watched) {
        Map<String, String> rights = new TreeMap<>();
        rights.put("support:inbox", "subscribe,history");
        rights.put("support:agents", "subscribe,publish,presence,history");
        rights.put("support:agent:" + agent, "subscribe,history");
        watched.forEach(ticket -> rights.put(RoomNames.of(ticket), "subscribe,history"));
        own.forEach(ticket -> rights.put(RoomNames.of(ticket), "subscribe,presence,history"));
        return mint("agent:" + agent, rights, Map.of("ably.room.*", "agent"));
    }

    private Token mint(String clientId, Map<String, String> rights, Map<String, String> claims) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .claim("x-ably-clientId", clientId)
                .claim("x-ably-capability", capability(rights));
        claims.forEach(body::claim);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(settings.keyName())
                .build();
        SignedJWT jwt = new SignedJWT(header, body.build());
        try {
            jwt.sign(new MACSigner(paddedSecret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("unable to sign a realtime token; the Ably key's secret is unusable", e);
        }
        return new Token(jwt.serialize(), clientId, expires);
    }

    private byte[] paddedSecret() {
        byte[] secret = settings.keySecret().getBytes(StandardCharsets.UTF_8);
        return secret.length >= HS256_KEY_BYTES ? secret : java.util.Arrays.copyOf(secret, HS256_KEY_BYTES);
    }

    /** Ably's capability: a JSON object of resource to operations, in text. Our names need no escaping. */
    private static String capability(Map<String, String> rights) {
        return rights.entrySet().stream()
                .map(right ->
                        "\"" + right.getKey() + "\":[\"" + right.getValue().replace(",", "\",\"") + "\"]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
