package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.Credentials;
import io.deskhand.ably.local.auth.Key;
import io.deskhand.ably.local.auth.Revocations;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import java.time.Duration;

/** The endpoint that revokes tokens, at once or after a margin for renewal. */
final class RevocationApi {
    private static final long MARGIN_MS = 30_000;
    private static final long OLDEST_MS = 3_600_000;
    private static final int MAX_TARGETS = 100;

    private final Access access;
    private final Revocations revocations;
    private final Connections connections;
    private final Environment environment;

    RevocationApi(Access access, Revocations revocations, Connections connections, Environment environment) {
        this.access = access;
        this.revocations = revocations;
        this.connections = connections;
        this.environment = environment;
    }

    void addTo(Routes routes) {
        routes.add("POST", "keys/{key}/revokeTokens", this::revoke);
    }

    private Response revoke(Request request) {
        Key key = key(request);
        JsonNode body = request.body();
        JsonNode targets = body.isObject() ? Fields.any(body, "targets") : null;
        if (targets == null || !targets.isArray() || targets.isEmpty() || targets.size() > MAX_TARGETS) {
            throw Errors.invalidBody("unable to revoke tokens; targets must be a list of 1 to " + MAX_TARGETS);
        }
        long now = environment.now();
        Long given = Fields.integer(body, "issuedBefore");
        long issuedBefore = given == null ? now : given;
        if (issuedBefore > now || issuedBefore < now - OLDEST_MS) {
            throw Errors.invalidParameter("unable to revoke tokens; issuedBefore must lie within the last hour");
        }
        long appliesAt = body.path("allowReauthMargin").asBoolean(false) ? now + MARGIN_MS : now;
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        int failures = 0;
        for (JsonNode target : targets) {
            ObjectNode result = results.addObject().put("target", target.asText());
            if (Revocations.isTarget(target.asText())) {
                revocations.revoke(key, target.asText(), issuedBefore, appliesAt);
                result.put("issuedBefore", issuedBefore).put("appliesAt", appliesAt);
            } else {
                failures++;
                result.set(
                        "error",
                        Errors.invalidParameter("unable to revoke tokens; unknown kind of target")
                                .error()
                                .toNode());
            }
        }
        environment.timers().after(Duration.ofMillis(appliesAt - now), () -> connections.dropRevoked(revocations));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("successCount", results.size() - failures).put("failureCount", failures);
        return Response.ok(answer.set("results", results));
    }

    private Key key(Request request) {
        Credentials credentials = access.caller(request).sender().credentials();
        if (!credentials.isBasic()) {
            throw Errors.of(40162, 401, "unable to revoke tokens; a token may not do that");
        }
        if (!credentials.key().name().equals(request.path("key"))) {
            throw Errors.invalidCredentials("unable to revoke tokens; the key differs from the path");
        }
        if (!credentials.key().revocable()) {
            throw Errors.of(40163, 401, "unable to revoke tokens; the key does not permit it");
        }
        return credentials.key();
    }
}
