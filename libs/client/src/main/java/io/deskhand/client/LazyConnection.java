package io.deskhand.client;

import com.google.gson.JsonObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client's one realtime connection, opened when it is first needed. */
final class LazyConnection implements AutoCloseable {

    private final HttpApi api;
    private final ViewJson json;
    private final Supplier<String> tokenPath;
    private final JsonObject member = new JsonObject();
    private @Nullable RoomConnection connection;

    /** @param role of whoever connects, shown in presence */
    LazyConnection(HttpApi api, ViewJson json, String role, Supplier<String> tokenPath) {
        this.api = api;
        this.json = json;
        this.tokenPath = tokenPath;
        member.addProperty("role", role);
    }

    /** The name that presence shows. */
    void name(String name) {
        member.addProperty("name", name);
    }

    synchronized RoomConnection get() {
        RoomConnection open = connection;
        if (open == null) {
            RealtimeAddress address = json.read(api.get("/api/realtime"), RealtimeAddress.class);
            open = RoomConnection.withTokens(
                    address, () -> api.get(tokenPath.get()).path("token").asString(""), json, member);
            connection = open;
        }
        return open;
    }

    /** The connection with the rights of now: a token names the rooms that it opens. */
    synchronized RoomConnection authorized() {
        boolean isNew = connection == null;
        RoomConnection open = get();
        if (!isNew) {
            open.authorize();
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
