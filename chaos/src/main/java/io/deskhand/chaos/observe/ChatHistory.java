package io.deskhand.chaos.observe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Param;
import io.ably.lib.util.Log;
import io.deskhand.chaos.check.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads rooms over the REST API of Chat: every version of every message, and presence. Unlike a client it leaves out nothing, so that it would see what is not for a room.
 */
final class ChatHistory {

    private final AblyRest rest;

    ChatHistory(int port, String key) {
        try {
            ClientOptions options = new ClientOptions(key);
            options.restHost = "127.0.0.1";
            options.port = port;
            options.tls = false;
            options.fallbackHosts = new String[0];
            options.logLevel = Log.NONE;
            rest = new AblyRest(options);
        } catch (AblyException e) {
            throw new IllegalArgumentException("unable to read rooms; " + e.errorInfo.message, e);
        }
    }

    List<Shown> read(String room) throws IOException {
        String messages = "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages";
        List<Shown> all = new ArrayList<>();
        for (JsonObject message : pages(messages)) {
            String serial = text(message, "serial");
            if (text(message.getAsJsonObject("version"), "serial").equals(serial)) {
                all.add(shown(message));
            } else {
                pages(messages + "/" + HttpUtils.encodeURIComponent(serial) + "/versions")
                        .forEach(version -> all.add(shown(version)));
            }
        }
        return all;
    }

    /** The client ids of all members. */
    Set<String> present(String room) throws IOException {
        return pages("/channels/" + HttpUtils.encodeURIComponent(room + "::$chat") + "/presence").stream()
                .map(member -> text(member, "clientId"))
                .collect(Collectors.toSet());
    }

    private List<JsonObject> pages(String path) throws IOException {
        Param[] params = {new Param("limit", "1000"), new Param("direction", "forwards")};
        List<JsonObject> items = new ArrayList<>();
        try {
            HttpPaginatedResponse page = rest.request("GET", path, params, null, null);
            while (true) {
                if (!page.success) {
                    throw new IOException("unable to read " + path + "; it answered " + page.statusCode);
                }
                for (JsonElement item : page.items()) {
                    items.add(item.getAsJsonObject());
                }
                if (!page.hasNext()) {
                    return items;
                }
                page = page.next();
            }
        } catch (AblyException e) {
            throw new IOException("unable to read " + path + "; " + e.errorInfo.message, e);
        }
    }

    private static Shown shown(JsonObject message) {
        JsonObject headers = object(message, "headers");
        return new Shown(
                text(message, "serial"),
                text(object(message, "version"), "serial"),
                text(message, "clientId"),
                headers.has("pos") ? headers.get("pos").getAsLong() : 0,
                text(headers, "kind"),
                text(headers, "state"),
                headers.has("seq") ? headers.get("seq").getAsLong() : 0,
                text(message, "text"),
                text(object(message, "metadata"), "localId"));
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.has(name) ? json.getAsJsonObject(name) : new JsonObject();
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }
}
