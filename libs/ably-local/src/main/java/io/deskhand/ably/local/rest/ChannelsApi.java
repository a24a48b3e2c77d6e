package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.PresenceSet;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints that read channels: history, presence, status. */
final class ChannelsApi {
    private final Access access;

    ChannelsApi(Access access) {
        this.access = access;
    }

    void addTo(Routes routes) {
        routes.add("GET", "channels/{channel}/messages", r -> history(r, "messages"));
        routes.add("GET", "channels/{channel}/history", r -> history(r, "history"));
        routes.add("GET", "channels/{channel}/presence", this::presence);
        routes.add("GET", "channels/{channel}/presence/history", this::presenceHistory);
        routes.add("GET", "channels/{channel}", this::status);
        routes.add("GET", "channels", this::list);
    }

    private Response history(Request request, String segment) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(request.path("channel"), "history", "read history");
        PageQuery query = caller.page(false);
        return PaginatedResult.of(
                query,
                segment,
                query.stored(channel).iterator(),
                message -> message.latest().toNode(),
                message -> message.latest().serial());
    }

    private Response presence(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = presenceOf(caller, request.path("channel"));
        PageQuery query = caller.page(true);
        String clientId = request.query("clientId");
        String connectionId = request.query("connectionId");
        List<PresenceMessage> members = channel.members().all().stream()
                .filter(m -> matches(clientId, m.clientId()) && matches(connectionId, m.connectionId()))
                .filter(m -> query.cursor() == null || m.memberKey().compareTo(query.cursor()) > 0)
                .toList();
        return PaginatedResult.of(
                query, "presence", members.iterator(), PresenceMessage::toNode, PresenceMessage::memberKey);
    }

    static Channel presenceOf(Access.Caller caller, String name) {
        return caller.channel(name, caller.allows(name, "presence") ? "presence" : "subscribe", "read presence");
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private Response presenceHistory(Request request) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(request.path("channel"), "history", "read presence history");
        PageQuery query = caller.page(false);
        List<PresenceMessage> events = channel.members().past().stream()
                .filter(past -> query.fromSerial() == null || past.position().compareTo(query.fromSerial()) <= 0)
                .map(PresenceSet.Past::event)
                .filter(e -> query.includes(e.timestamp()))
                .toList();
        return PaginatedResult.ofList(query, "history", events, PresenceMessage::toNode);
    }

    private Response status(Request request) {
        Channel channel =
                access.caller(request).channel(request.path("channel"), "channel-metadata", "read channel status");
        return Response.ok(details(channel));
    }

    private static ObjectNode details(Channel channel) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("channelId", channel.name());
        details.put("name", channel.name());
        ObjectNode metrics = channel.occupancy().toNode();
        metrics.put("objectPublishers", 0).put("objectSubscribers", 0);
        ObjectNode status = details.putObject("status").put("isActive", true);
        status.putObject("occupancy").set("metrics", metrics);
        return details;
    }

    private Response list(Request request) {
        Access.Caller caller = access.caller(request);
        String prefix = request.query("prefix");
        boolean names = "id".equals(request.query("by"));
        PageQuery query = caller.page(true);
        List<Channel> channels = caller.app().channels().stream()
                .filter(c -> !c.attachments().isEmpty())
                .filter(c -> prefix == null || c.name().startsWith(prefix))
                .filter(c -> caller.allows(c.name(), "channel-metadata"))
                .sorted(Comparator.comparing(Channel::name))
                .toList();
        return PaginatedResult.ofList(
                query,
                "channels",
                channels,
                c -> names ? JsonNodeFactory.instance.textNode(c.name()) : (JsonNode) details(c));
    }
}
