package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.StoredMessage;
import io.deskhand.ably.local.connection.Connection;
import io.deskhand.ably.local.connection.Connections;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;

/** A look inside for developers: connections, channels, members and last messages, as a page and as JSON. */
public final class LocalPage {
    private static final int MOST = 200;
    private static final int LAST_MESSAGES = 5;
    private static final int LONGEST_DATA = 300;

    private final Apps apps;
    private final Connections connections;

    public LocalPage(Apps apps, Connections connections) {
        this.apps = apps;
        this.connections = connections;
    }

    public void addTo(Routes routes) {
        routes.add("GET", "_local", (r, p) -> Response.html(page()));
        routes.add("GET", "_local/state", (r, p) -> Response.ok(state()));
    }

    private static String page() {
        try (InputStream in = Objects.requireNonNull(LocalPage.class.getResourceAsStream("local.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode list = state.putArray("connections");
        connections.all().stream().limit(MOST).forEach(connection -> list.add(toNode(connection)));
        state.put("connectionCount", connections.all().size());
        ArrayNode channels = state.putArray("channels");
        int count = 0;
        for (App app : apps.all()) {
            count += app.channels().size();
            app.channels().stream()
                    .limit(MOST)
                    .forEach(channel -> channels.add(toNode(channel).put("app", app.id())));
        }
        return state.put("channelCount", count);
    }

    private static ObjectNode toNode(Connection connection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", connection.id());
        node.put("app", connection.app().id());
        node.put("clientId", connection.identity().announced());
        node.put("format", connection.format());
        node.put("connected", connection.isConnected());
        node.put("channels", connection.attachments().size());
        return node.put("waiting", connection.waiting());
    }

    private static ObjectNode toNode(Channel channel) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", channel.name());
        node.put("position", channel.position());
        node.put("stored", channel.history().size());
        node.set("occupancy", channel.occupancy().toNode());
        ArrayNode members = node.putArray("members");
        channel.members().all().stream()
                .limit(MOST)
                .map(PresenceMessage::clientId)
                .forEach(members::add);
        ArrayNode messages = node.putArray("last");
        Iterator<StoredMessage> newest = channel.history().iterate(false, null, null);
        while (messages.size() < LAST_MESSAGES && newest.hasNext()) {
            Message message = newest.next().latest();
            ObjectNode last = messages.addObject();
            last.put("name", message.name());
            last.put("clientId", message.clientId());
            last.put("action", message.action().name().toLowerCase(java.util.Locale.ROOT));
            last.put("timestamp", message.timestamp());
            String data = message.payload().data() == null
                    ? ""
                    : message.payload().data().asText();
            last.put("data", data.length() > LONGEST_DATA ? data.substring(0, LONGEST_DATA) + "…" : data);
        }
        return node;
    }
}
