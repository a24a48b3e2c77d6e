package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.Members;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reading channels: history, presence, status. */
public final class ChannelsApi {
    private final Access access;

    public ChannelsApi(Access access) {
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.add("GET", "channels/{channel}/messages", (r, p) -> history(r, p.get("channel"), "messages"));
        routes.add("GET", "channels/{channel}/history", (r, p) -> history(r, p.get("channel"), "history"));
        routes.add("GET", "channels/{channel}/presence", (r, p) -> presence(r, p.get("channel")));
        routes.add("GET", "channels/{channel}/presence/history", (r, p) -> presenceHistory(r, p.get("channel")));
        routes.add("GET", "channels/{channel}", (r, p) -> status(r, p.get("channel")));
        routes.add("GET", "channels", (r, p) -> list(r));
    }

    private Response history(Request request, String name, String segment) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "history", "read history");
        PageQuery query = PageQuery.of(request, false, caller.app().limits().maxPage());
        return PaginatedResult.of(
                query,
                segment,
                stored(channel, query).iterator(),
                message -> message.latest().toNode(),
                message -> message.latest().serial());
    }

    /** The stored messages that a query asks for, in its order. */
    public static Iterable<StoredMessage> stored(Channel channel, PageQuery query) {
        Iterable<StoredMessage> all =
                () -> channel.history().iterate(query.forwards(), query.fromSerial(), query.cursor());
        Predicate<StoredMessage> inTime = message -> message.latest().timestamp() >= query.start()
                && message.latest().timestamp() <= query.end();
        return () ->
                StreamSupport.stream(all.spliterator(), false).filter(inTime).iterator();
    }

    private Response presence(Request request, String name) {
        Access.Caller caller = access.caller(request);
        Channel channel = presenceOf(caller, name);
        PageQuery query = PageQuery.of(request, true, caller.app().limits().maxPage());
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
        boolean member = caller.sender().credentials().capability().allows(name, "presence");
        return caller.channel(name, member ? "presence" : "subscribe", "read presence");
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private Response presenceHistory(Request request, String name) {
        Access.Caller caller = access.caller(request);
        Channel channel = caller.channel(name, "history", "read presence history");
        PageQuery query = PageQuery.of(request, false, caller.app().limits().maxPage());
        List<PresenceMessage> events = channel.members().past().stream()
                .filter(past -> query.fromSerial() == null || past.position().compareTo(query.fromSerial()) <= 0)
                .map(Members.Past::event)
                .filter(e -> e.timestamp() >= query.start() && e.timestamp() <= query.end())
                .toList();
        return PaginatedResult.ofList(query, "history", events, PresenceMessage::toNode);
    }

    private Response status(Request request, String name) {
        Channel channel = access.caller(request).channel(name, "channel-metadata", "read channel status");
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
        PageQuery query = PageQuery.of(request, true, caller.app().limits().maxPage());
        List<Channel> channels = caller.app().channels().stream()
                .filter(c -> !c.attachments().isEmpty())
                .filter(c -> prefix == null || c.name().startsWith(prefix))
                .filter(c -> caller.sender().credentials().capability().allows(c.name(), "channel-metadata"))
                .sorted(java.util.Comparator.comparing(Channel::name))
                .toList();
        return PaginatedResult.ofList(
                query,
                "channels",
                channels,
                c -> names ? JsonNodeFactory.instance.textNode(c.name()) : (JsonNode) details(c));
    }
}
