package io.deskhand.ably.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.Annotating;
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

/** Reactions to messages of rooms, which are annotations of three types. */
public final class ReactionsApi {
    private static final Set<String> KINDS = Set.of("unique", "distinct", "multiple");

    private final Access access;
    private final RandomIds ids;

    public ReactionsApi(Access access, RandomIds ids) {
        this.access = access;
        this.ids = ids;
    }

    public void addTo(Routes routes) {
        String one = RoomsApi.BASE + "/messages/{serial}";
        routes.add("POST", one + "/reactions", (r, p) -> add(r, p.get(RoomsApi.ROOM), p.get(RoomsApi.SERIAL)));
        routes.add("DELETE", one + "/reactions", (r, p) -> remove(r, p.get(RoomsApi.ROOM), p.get(RoomsApi.SERIAL)));
        routes.add(
                "GET", one + "/client-reactions", (r, p) -> ofClient(r, p.get(RoomsApi.ROOM), p.get(RoomsApi.SERIAL)));
    }

    private Response add(Request request, String room, String serial) {
        JsonNode body = request.bodyOrEmpty();
        ObjectNode annotation = annotation(Fields.text(body, "type"), Fields.text(body, "name"));
        Fields.put(annotation, "count", Fields.any(body, "count"));
        if (!annotation.has("name")) {
            throw Errors.invalidParameter("unable to react; name is missing");
        }
        return Response.created(apply(request, room, serial, annotation));
    }

    private Response remove(Request request, String room, String serial) {
        ObjectNode annotation = annotation(request.query("type"), request.query("name"));
        return Response.ok(apply(request, room, serial, annotation.put("action", 1)));
    }

    private static ObjectNode annotation(@Nullable String kind, @Nullable String name) {
        if (kind == null || !KINDS.contains(kind)) {
            throw Errors.invalidParameter("unable to react; type must be unique, distinct or multiple");
        }
        ObjectNode annotation = JsonNodeFactory.instance.objectNode().put("type", "reaction:" + kind + ".v1");
        Fields.put(annotation, "name", name);
        return annotation;
    }

    private JsonNode apply(Request request, String room, String serial, ObjectNode annotation) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(RoomsApi.channelName(room), "annotation-publish", "react");
        caller.clientId();
        RoomsApi.find(channel, serial);
        String made = Annotating.apply(caller.app(), channel, annotation, serial, caller.sender(), ids.next(12))
                .getFirst();
        return JsonNodeFactory.instance.objectNode().put("serial", made);
    }

    private Response ofClient(Request request, String room, String serial) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(RoomsApi.channelName(room), "history", "read reactions");
        String wanted = request.query("forClientId");
        String clientId = wanted == null ? caller.clientId() : wanted;
        ObjectNode summary = RoomsApi.find(channel, serial).summary().toNode(clientId);
        return Response.ok(RoomMessage.allReactions(summary));
    }
}
