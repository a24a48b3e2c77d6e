package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The apps of a server, which share nothing. */
public final class Apps {
    private final Map<String, App> apps = new HashMap<>();
    private final Retention retention;
    private final Environment environment;

    public Apps(Retention retention, Environment environment) {
        this.retention = retention;
        this.environment = environment;
    }

    /** An app without channels, which clients cannot find before {@link #add}. */
    public App create(String id, Map<String, App.Namespace> namespaces, AblyLimits limits) {
        return new App(id, namespaces, limits, retention, environment);
    }

    public void add(App app) {
        apps.put(app.id(), app);
    }

    public @Nullable App find(String id) {
        return apps.get(id);
    }

    public void remove(String id) {
        apps.remove(id);
    }

    public Collection<App> all() {
        return apps.values();
    }
}
