package io.deskhand.ably.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.AnnotationOperations;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.rest.Access;
import io.deskhand.ably.local.rest.Request;
import io.deskhand.ably.local.rest.Response;
import io.deskhand.ably.local.rest.Routes;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints for message reactions, which are annotations of three types. */
final class ReactionsApi {
    private static final Set<String> KINDS = Set.of("unique", "distinct", "multiple");

    private final Access access;
    private final RandomIds ids;

    ReactionsApi(Access access, RandomIds ids) {
        this.access = access;
        this.ids = ids;
    }

    void addTo(Routes routes) {
        String one = RoomsApi.BASE + "/messages/{serial}";
        routes.add("POST", one + "/reactions", this::add);
        routes.add("DELETE", one + "/reactions", this::remove);
        routes.add("GET", one + "/client-reactions", this::ofClient);
    }

    private Response add(Request request) {
        JsonNode body = request.bodyOrEmpty();
        ObjectNode annotation = annotation(Fields.text(body, "type"), Fields.text(body, "name"));
        Fields.put(annotation, "count", Fields.any(body, "count"));
        if (!annotation.has("name")) {
            throw Errors.invalidParameter("unable to react; name is missing");
        }
        return Response.created(apply(request, annotation));
    }

    private Response remove(Request request) {
        ObjectNode annotation = annotation(request.query("type"), request.query("name"));
        return Response.ok(apply(request, annotation.put("action", 1)));
    }

    private static ObjectNode annotation(@Nullable String kind, @Nullable String name) {
        if (kind == null || !KINDS.contains(kind)) {
            throw Errors.invalidParameter("unable to react; type must be unique, distinct or multiple");
        }
        ObjectNode annotation = JsonNodeFactory.instance.objectNode().put("type", "reaction:" + kind + ".v1");
        Fields.put(annotation, "name", name);
        return annotation;
    }

    private JsonNode apply(Request request, ObjectNode annotation) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(RoomsApi.channelName(request), "annotation-publish", "react");
        caller.clientId();
        String serial = request.path(RoomsApi.SERIAL);
        RoomsApi.find(channel, serial);
        String made = AnnotationOperations.apply(
                        caller.app(), channel, annotation, serial, caller.sender(), ids.next(12))
                .getFirst();
        return JsonNodeFactory.instance.objectNode().put("serial", made);
    }

    private Response ofClient(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(RoomsApi.channelName(request), "history", "read reactions");
        String wanted = request.query("forClientId");
        String clientId = wanted == null ? caller.clientId() : wanted;
        ObjectNode summary =
                RoomsApi.find(channel, request.path(RoomsApi.SERIAL)).summary().toNode(clientId);
        return Response.ok(ChatMessageJson.allReactions(summary));
    }
}
