package io.deskhand.ably.local.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tenants of a server. */
public final class Apps {
    private final Map<String, App> apps = new HashMap<>();

    public void add(App app) {
        apps.put(app.id(), app);
    }

    public @Nullable App find(String id) {
        return apps.get(id);
    }

    public @Nullable App remove(String id) {
        return apps.remove(id);
    }

    public Collection<App> all() {
        return apps.values();
    }
}
