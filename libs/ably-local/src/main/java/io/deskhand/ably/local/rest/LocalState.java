package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Attachment;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.connection.Connection;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state that the debugging page shows: all connections and channels in short, one channel in full. Lists are cut, so that a
 * busy server stays fast.
 */
final class LocalState {
    private static final int MOST = 200;
    private static final int LAST_MESSAGES = 30;
    private static final int LONGEST_DATA = 2_000;

    private final Apps apps;
    private final Connections connections;

    LocalState(Apps apps, Connections connections) {
        this.apps = apps;
        this.connections = connections;
    }

    /**
     * The state that a request asks for.
     *
     * @param request {@code filter}: part of the channel names to list; {@code app} and {@code channel}: the channel to show in
     *     full
     */
    ObjectNode of(Request request) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode list = state.putArray("connections");
        connections.all().stream().limit(MOST).forEach(connection -> list.add(shortly(connection)));
        state.put("connectionCount", connections.all().size());
        addChannels(state, request.query().getOrDefault("filter", ""));
        Channel chosen = chosen(request.query("app"), request.query("channel"));
        if (chosen != null) {
            state.set("channel", inFull(chosen));
        }
        return state;
    }

    private void addChannels(ObjectNode state, String filter) {
        ArrayNode list = state.putArray("channels");
        int count = 0;
        for (App app : apps.all()) {
            count += app.channels().size();
            app.latestChannels().stream()
                    .filter(channel -> channel.name().contains(filter))
                    .limit(MOST)
                    .forEach(channel -> list.add(shortly(channel).put("app", app.id())));
        }
        state.put("channelCount", count);
    }

    /** Searches all channels, because a look-up by name counts as use. */
    private @Nullable Channel chosen(@Nullable String appId, @Nullable String name) {
        App app = appId == null ? null : apps.find(appId);
        if (app == null || name == null) {
            return null;
        }
        return app.channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode shortly(Connection connection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", connection.id());
        node.put("app", connection.app().id());
        Fields.put(node, "clientId", connection.identity().announced());
        node.put("format", connection.format());
        node.put("connected", connection.isConnected());
        node.put("channels", connection.attachments().size());
        return node.put("waiting", connection.waiting());
    }

    private static ObjectNode shortly(Channel channel) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", channel.name());
        node.put("attached", channel.attachments().size());
        node.put("present", channel.members().count());
        return node.put("stored", channel.history().size());
    }

    private ObjectNode inFull(Channel channel) {
        ObjectNode node = shortly(channel);
        node.put("position", channel.position());
        node.set("occupancy", channel.occupancy().toNode());
        ArrayNode attached = node.putArray("attachments");
        for (Connection connection : connections.all()) {
            if (attached.size() < MOST) {
                connection.attachments().stream()
                        .filter(attachment -> attachment.channel() == channel)
                        .forEach(attachment -> attached.add(attachment(connection, attachment)));
            }
        }
        ArrayNode members = node.putArray("members");
        channel.members().all().stream().limit(MOST).forEach(member -> members.add(member(member)));
        ArrayNode messages = node.putArray("last");
        Iterator<StoredMessage> newest = channel.history().iterate(false, null, null);
        while (messages.size() < LAST_MESSAGES && newest.hasNext()) {
            messages.add(message(newest.next()));
        }
        return node;
    }

    private static ObjectNode attachment(Connection connection, Attachment attachment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("connectionId", connection.id());
        Fields.put(node, "clientId", connection.identity().announced());
        List<String> modes = attachment.modes().stream()
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList();
        return node.put("modes", String.join(", ", modes));
    }

    private static ObjectNode member(PresenceMessage member) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("clientId", member.clientId());
        node.put("connectionId", member.connectionId());
        node.put("timestamp", member.timestamp());
        return putData(node, member.payload());
    }

    private static ObjectNode message(StoredMessage stored) {
        Message message = stored.latest();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("serial", message.serial());
        node.put("version", message.version().serial());
        Fields.put(node, "name", message.name());
        Fields.put(node, "clientId", message.clientId());
        node.put("action", message.action().name().toLowerCase(Locale.ROOT));
        node.put("timestamp", message.timestamp());
        Fields.put(node, "annotations", message.summary());
        Fields.put(node, "extras", message.extras());
        return putData(node, message.payload());
    }

    /** Adds the data, cut when long; for binary also its length. */
    private static ObjectNode putData(ObjectNode node, Payload payload) {
        Fields.put(node, "encoding", payload.encoding());
        if (payload.data() == null) {
            return node;
        }
        String text = payload.data().asText();
        String shown = text.length() > LONGEST_DATA ? text.substring(0, LONGEST_DATA) + "…" : text;
        if (payload.data() instanceof BinaryNode) {
            node.put("bytes", payload.size());
        }
        return node.put("data", shown);
    }
}
