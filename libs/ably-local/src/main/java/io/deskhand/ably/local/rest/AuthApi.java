package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.auth.TokenRequests;
import io.deskhand.ably.local.wire.Errors;
import java.time.InstantSource;

/** Time, tokens and statistics. */
public final class AuthApi {
    private final Access access;
    private final TokenRequests tokens;
    private final InstantSource clock;

    public AuthApi(Access access, TokenRequests tokens, InstantSource clock) {
        this.access = access;
        this.tokens = tokens;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add(
                "GET",
                "time",
                (r, p) -> Response.ok(JsonNodeFactory.instance.arrayNode().add(clock.millis())));
        routes.add(
                "POST",
                "keys/{key}/requestToken",
                (r, p) -> Response.created(tokens.issue(p.get("key"), r.body(), r.header("Authorization"))));
        routes.add("GET", "stats", (r, p) -> stats(r));
        routes.add("POST", "stats", (r, p) -> {
            access.caller(r);
            return Response.created(JsonNodeFactory.instance.arrayNode());
        });
    }

    private Response stats(Request request) {
        if (!access.caller(request).sender().credentials().capability().allowsAnywhere("stats")) {
            throw Errors.notPermitted("read statistics");
        }
        PageQuery query = PageQuery.of(request, false, 1000);
        return PaginatedResult.ofList(query, "stats", java.util.List.<String>of(), JsonNodeFactory.instance::textNode);
    }
}
