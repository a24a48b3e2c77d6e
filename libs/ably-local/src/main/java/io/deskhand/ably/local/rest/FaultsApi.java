package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.connection.FaultInjection;
import io.deskhand.ably.local.faults.FaultReader;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;

/** Fault injection over HTTP: {@code POST /_local/faults} injects one, {@code DELETE} ends the lasting ones. */
final class FaultsApi {
    private static final String PATH = "_local/faults";

    private final FaultInjection injection;

    FaultsApi(FaultInjection injection) {
        this.injection = injection;
    }

    void addTo(Routes routes) {
        routes.add("POST", PATH, this::inject);
        routes.add("DELETE", PATH, r -> {
            injection.clear();
            return Response.noContent();
        });
    }

    private Response inject(Request request) {
        requireJson(request);
        JsonNode body = request.body();
        Long seed = body.isObject() ? Fields.integer(body, "seed") : null;
        if (seed != null) {
            injection.seed(seed);
        }
        if (seed == null || body.has("fault")) {
            injection.inject(FaultReader.read(body));
        }
        return Response.ok(JsonNodeFactory.instance.objectNode().put("done", true));
    }

    /**
     * A cross-site page can post forms to this machine, but JSON needs a preflight, which is refused.
     *
     * @throws AblyException 40000 for any other content type
     */
    static void requireJson(Request request) {
        String type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw Errors.badRequest("unable to read fault; Content-Type must be application/json");
        }
    }
}
