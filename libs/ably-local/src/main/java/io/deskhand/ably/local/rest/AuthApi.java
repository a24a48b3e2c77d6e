package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.auth.TokenRequests;
import io.deskhand.ably.local.wire.Errors;
import java.time.InstantSource;
import java.util.List;

/** The endpoints for time, tokens and statistics. */
final class AuthApi {
    private final Access access;
    private final TokenRequests tokens;
    private final InstantSource clock;

    AuthApi(Access access, TokenRequests tokens, InstantSource clock) {
        this.access = access;
        this.tokens = tokens;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.add(
                "GET",
                "time",
                r -> Response.ok(JsonNodeFactory.instance.arrayNode().add(clock.millis())));
        routes.add(
                "POST",
                "keys/{key}/requestToken",
                r -> Response.created(tokens.issue(r.path("key"), r.body(), r.header("Authorization"))));
        routes.add("GET", "stats", this::stats);
        routes.add("POST", "stats", r -> {
            access.caller(r);
            return Response.created(JsonNodeFactory.instance.arrayNode());
        });
    }

    private Response stats(Request request) {
        if (!access.caller(request).sender().credentials().capability().allowsAnywhere("stats")) {
            throw Errors.notPermitted("read statistics");
        }
        PageQuery query = PageQuery.of(request, false, 1000);
        return PaginatedResult.ofList(query, "stats", List.<String>of(), JsonNodeFactory.instance::textNode);
    }
}
