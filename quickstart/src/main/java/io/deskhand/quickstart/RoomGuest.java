package io.deskhand.quickstart;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.ably.lib.types.PresenceMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Somebody in a room (or on the inbox channel) with nothing but a token, over ably-java: everything seen is kept, in order. */
final class RoomGuest implements AutoCloseable {

    private final AblyRealtime connection;
    private final Channel channel;
    private final String room;
    private final List<Seen> messages = new ArrayList<>();
    private final List<JsonObject> tickets = new ArrayList<>();

    /** One event of the room; {@code kind} and {@code state} are empty on customers' messages. */
    record Seen(String serial, String clientId, String kind, String state, String text, List<String> citations) {}

    RoomGuest(JsonNode address, JsonNode token, String room, boolean plain) throws Exception {
        ClientOptions options = new ClientOptions();
        options.token = token.get("token").asString();
        options.clientId = token.get("clientId").asString();
        options.useBinaryProtocol = false;
        options.logLevel = io.ably.lib.util.Log.NONE;
        if (address.has("endpoint") && !address.get("endpoint").isNull()) {
            options.restHost = address.get("endpoint").asString();
            options.realtimeHost = options.restHost;
            options.port = address.get("port").asInt();
            options.tls = address.get("tls").asBoolean();
            options.fallbackHosts = new String[0];
        }
        this.room = room;
        connection = new AblyRealtime(options);
        channel = connection.channels.get(plain ? room : room + "::$chat");
        channel.subscribe(this::received);
        CompletableFuture<Void> attached = new CompletableFuture<>();
        channel.attach(new CompletionListener() {
            @Override
            public void onSuccess() {
                attached.complete(null);
            }

            @Override
            public void onError(ErrorInfo reason) {
                attached.completeExceptionally(
                        new IllegalStateException("unable to attach to " + room + "; " + reason.message));
            }
        });
        attached.get(20, TimeUnit.SECONDS);
    }

    private synchronized void received(Message message) {
        if (message.data instanceof JsonObject data) {
            if ("chat.message".equals(message.name)) {
                messages.add(seen(message, data));
            } else if ("ticket".equals(message.name)) {
                tickets.add(data);
            }
            notifyAll();
        }
    }

    private static Seen seen(Message message, JsonObject data) {
        JsonObject extras = message.extras == null ? new JsonObject() : message.extras.asJsonObject();
        JsonObject headers = child(extras, "headers");
        List<String> citations = new ArrayList<>();
        JsonObject metadata = child(data, "metadata");
        if (metadata.has("citations")) {
            for (JsonElement citation : metadata.getAsJsonArray("citations")) {
                citations.add(citation.getAsJsonObject().get("id").getAsString());
            }
        }
        return new Seen(
                message.serial,
                message.clientId,
                text(headers, "kind"),
                text(headers, "state"),
                text(data, "text"),
                citations);
    }

    private static JsonObject child(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonObject() ? json.getAsJsonObject(name) : new JsonObject();
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }

    synchronized List<Seen> messages() {
        return List.copyOf(messages);
    }

    void send(String text) throws AblyException {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        HttpPaginatedResponse response = connection.request(
                "POST",
                "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                null,
                HttpUtils.requestBodyFromGson(body, false),
                null);
        if (!response.success) {
            throw new IllegalStateException("unable to send; " + response.errorCode + " " + response.errorMessage);
        }
    }

    void enter(String name) throws AblyException {
        channel.presence.enter(MainJob.agentData(name), new CompletionListener() {
            @Override
            public void onSuccess() {}

            @Override
            public void onError(ErrorInfo reason) {}
        });
    }

    /** Waits for a message after the first {@code skip} ones. */
    synchronized Seen awaitMessage(Duration patience, int skip, Predicate<Seen> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = messages.stream().skip(skip).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException(
                        "nothing of the kind in " + patience.toSeconds() + " s; seen: " + messages);
            }
            wait(left);
        }
    }

    synchronized void awaitTicket(Duration patience, String id, String status) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (tickets.stream()
                .noneMatch(ticket ->
                        text(ticket, "id").equals(id) && text(ticket, "status").equals(status))) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException(
                        "no such inbox event in " + patience.toSeconds() + " s; seen: " + tickets);
            }
            wait(left);
        }
    }

    void awaitPresence(Duration patience, Predicate<Set<String>> wanted) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Set<String> members = Arrays.stream(channel.presence.get(true))
                    .map((PresenceMessage member) -> member.clientId)
                    .collect(Collectors.toSet());
            if (wanted.test(members)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("presence is " + members);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
