package io.deskhand.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.view.RoomKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a message, as a room delivers it (docs/api.md, "Room messages").
 *
 * @param serial the message's identity, and its place among the room's messages
 * @param clientId its author, as the server stamped it, such as {@code agent:anna}
 * @param name of the author; empty for customers
 * @param pos its position in the log; 0 for a customer's message, which the log has not taken yet
 * @param seq version of the text; ignore a lower one than you hold
 * @param localId what the sender calls it; empty for all but customers
 */
public record DeliveredMessage(
        String serial,
        String clientId,
        Role role,
        String name,
        RoomKind kind,
        State state,
        long pos,
        long epoch,
        long seq,
        String text,
        List<Citation> citations,
        String localId) {

    public DeliveredMessage {
        citations = List.copyOf(citations);
    }

    /** Empty for a message that this version of the client does not fully know: its author, kind, state or form. */
    static Optional<DeliveredMessage> of(Message message) {
        boolean shown =
                message.action == MessageAction.MESSAGE_CREATE || message.action == MessageAction.MESSAGE_UPDATE;
        if (!shown || !(message.data instanceof JsonObject data) || message.clientId == null) {
            return Optional.empty();
        }
        JsonObject extras = message.extras == null ? new JsonObject() : message.extras.asJsonObject();
        try {
            return Optional.of(of(message.serial, message.clientId, data, object(extras, "headers")));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static DeliveredMessage of(String serial, String clientId, JsonObject data, JsonObject headers) {
        Role role = role(clientId);
        JsonObject metadata = object(data, "metadata");
        boolean relayed = role != Role.CUSTOMER;
        return new DeliveredMessage(
                serial,
                clientId,
                role,
                relayed ? text(headers, "name") : "",
                relayed ? RoomKind.valueOf(text(headers, "kind")) : RoomKind.MESSAGE,
                relayed ? State.valueOf(text(headers, "state")) : State.FINAL,
                relayed ? number(headers, "pos") : 0,
                relayed ? number(headers, "epoch") : 0,
                relayed ? number(headers, "seq") : 1,
                text(data, "text"),
                citations(metadata),
                relayed ? "" : text(metadata, "localId"));
    }

    /** Only the services can use the client ids of bots, agents and the system. */
    private static Role role(String clientId) {
        int colon = clientId.indexOf(':');
        Role role = Role.valueOf((colon < 0 ? clientId : clientId.substring(0, colon)).toUpperCase(Locale.ROOT));
        if ((role == Role.SYSTEM) != (colon < 0)) {
            throw new IllegalArgumentException("no such author");
        }
        return role;
    }

    private static List<Citation> citations(JsonObject metadata) {
        List<Citation> citations = new ArrayList<>();
        if (metadata.has("citations")) {
            for (JsonElement element : metadata.getAsJsonArray("citations")) {
                JsonObject one = element.getAsJsonObject();
                citations.add(new Citation(text(one, "id"), text(one, "title"), text(one, "url"), text(one, "quote")));
            }
        }
        return citations;
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonObject() ? json.getAsJsonObject(name) : new JsonObject();
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }

    private static long number(JsonObject json, String name) {
        if (!json.has(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return json.get(name).getAsLong();
    }
}
