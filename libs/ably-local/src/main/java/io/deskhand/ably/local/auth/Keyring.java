package io.deskhand.ably.local.auth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of all apps of a server, by name. */
public final class Keyring {
    private final Map<String, Key> keys = new HashMap<>();

    public void add(Key key) {
        keys.put(key.name(), key);
    }

    public void removeApp(String appId) {
        keys.values().removeIf(key -> key.appId().equals(appId));
    }

    public @Nullable Key find(String name) {
        return keys.get(name);
    }
}
