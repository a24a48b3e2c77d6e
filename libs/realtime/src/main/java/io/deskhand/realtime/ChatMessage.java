package io.deskhand.realtime;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A message as a room has it.
 *
 * @param serial identity and order within the room
 * @param clientId its author, as the server stamped it
 */
public record ChatMessage(
        String serial, @Nullable String clientId, String text, JsonObject headers, JsonObject metadata) {

    static ChatMessage fromRest(JsonObject json) {
        return new ChatMessage(
                json.get("serial").getAsString(),
                json.has("clientId") ? json.get("clientId").getAsString() : null,
                json.has("text") ? json.get("text").getAsString() : "",
                child(json, "headers"),
                child(json, "metadata"));
    }

    static JsonObject child(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonObject() ? json.getAsJsonObject(name) : new JsonObject();
    }
}
