package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.Capability;
import io.deskhand.ably.local.auth.Key;
import io.deskhand.ably.local.auth.Keyring;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.ChannelName;
import io.deskhand.ably.local.channel.Presence;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.PresenceAction;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints that create and delete test apps, with keys, namespaces and fixture members. */
final class AppsApi {
    private static final int MAX_APPS = 1_000;
    private static final String FIXTURE = "fixture";

    private final Access access;
    private final Apps apps;
    private final Keyring keyring;
    private final Connections connections;
    private final AblyLimits limits;
    private final RandomIds ids;

    AppsApi(Access access, Apps apps, Keyring keyring, Connections connections, AblyLimits limits, RandomIds ids) {
        this.access = access;
        this.apps = apps;
        this.keyring = keyring;
        this.connections = connections;
        this.limits = limits;
        this.ids = ids;
    }

    void addTo(Routes routes) {
        routes.add("POST", "apps", this::create);
        routes.add("DELETE", "apps/{app}", this::delete);
    }

    private Response create(Request request) {
        JsonNode body = request.bodyOrEmpty();
        if (!body.isObject()) {
            throw Errors.invalidBody("unable to create app; the body must be an object");
        }
        if (apps.all().size() >= MAX_APPS) {
            throw Errors.of(40300, 403, "unable to create app; there are " + MAX_APPS + " already");
        }
        String id = ids.next(6);
        App app = apps.create(id, namespaces(body), limitsOf(body));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("appId", id).put("accountId", "local");
        ArrayNode keys = answer.putArray("keys");
        JsonNode asked = Fields.any(body, "keys");
        Iterable<JsonNode> specs = asked == null || asked.isEmpty()
                ? JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode())
                : asked;
        for (JsonNode spec : specs) {
            keys.add(toNode(key(id, spec)));
        }
        answer.set("namespaces", listOf(body, "namespaces"));
        answer.set("channels", listOf(body, "channels"));
        listOf(body, "channels").forEach(channel -> fix(app, channel));
        apps.add(app);
        endpoint(answer, request.header("Host"));
        return Response.created(answer);
    }

    private static void endpoint(ObjectNode answer, @Nullable String host) {
        int colon = host == null ? -1 : host.lastIndexOf(':');
        answer.put("endpoint", host == null || colon <= 0 ? "127.0.0.1" : host.substring(0, colon));
        if (host != null && host.substring(colon + 1).matches("\\d{1,5}")) {
            answer.put("port", Integer.parseInt(host.substring(colon + 1)));
        }
        answer.put("tls", false);
    }

    private static JsonNode listOf(JsonNode body, String field) {
        JsonNode list = Fields.any(body, field);
        if (list != null && !list.isArray()) {
            throw Errors.invalidBody("unable to create app; " + field + " must be a list");
        }
        return list == null ? JsonNodeFactory.instance.arrayNode() : list;
    }

    private Key key(String appId, JsonNode spec) {
        JsonNode capability = Fields.any(spec, "capability");
        Capability granted = capability == null ? Capability.all() : Capability.of(capability);
        Key key = new Key(
                appId + "." + ids.next(6),
                ids.next(20),
                granted,
                spec.path("revocableTokens").asBoolean(false));
        keyring.add(key);
        return key;
    }

    private static ObjectNode toNode(Key key) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("keyName", key.name());
        node.put("keySecret", key.secret());
        node.put("keyStr", key.name() + ":" + key.secret());
        node.put("capability", key.capability().text());
        return node.put("status", 0);
    }

    private static Map<String, App.Namespace> namespaces(JsonNode body) {
        Map<String, App.Namespace> namespaces = new LinkedHashMap<>();
        for (JsonNode namespace : listOf(body, "namespaces")) {
            String id = Fields.text(namespace, "id");
            if (id != null) {
                boolean mutable = namespace.path("mutableMessages").asBoolean(false);
                namespaces.put(id, new App.Namespace(mutable));
            }
        }
        return namespaces;
    }

    private AblyLimits limitsOf(JsonNode body) {
        int members = body.path("limits").path("presence").path("maxMembers").asInt(0);
        return members > 0 ? limits.withMaxPresenceMembers(members) : limits;
    }

    private static void fix(App app, JsonNode fixture) {
        String name = Fields.text(fixture, "name");
        Channel channel =
                app.channel(ChannelName.parse(name == null ? "" : name).name());
        int index = 0;
        for (JsonNode member : listOf(fixture, "presence")) {
            String clientId = Fields.text(member, "clientId");
            if (clientId != null) {
                new Presence(channel)
                        .fix(new PresenceMessage(
                                FIXTURE + ":0:" + index++,
                                PresenceAction.PRESENT,
                                clientId,
                                FIXTURE,
                                Payload.of(member),
                                channel.now(),
                                null));
            }
        }
    }

    private Response delete(Request request) {
        String appId = request.path("app");
        Access.Caller caller = access.caller(request);
        if (!caller.sender().credentials().isBasic() || !caller.app().id().equals(appId)) {
            throw Errors.invalidCredentials("unable to delete app; it needs a key of that app");
        }
        connections.closeAll(caller.app());
        keyring.removeApp(appId);
        apps.remove(appId);
        return Response.noContent();
    }
}
