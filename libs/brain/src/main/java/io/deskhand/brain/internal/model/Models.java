package io.deskhand.brain.internal.model;

import dev.langchain4j.http.client.HttpClient;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.ModelDrill;
import io.deskhand.brain.ModelEndpoint;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The models of all bots, in the order in which they are tried, each with a breaker of its own. Safe for many threads. */
public final class Models implements ModelDrill {

    private final List<ModelRoute> routes;
    private final Duration totalTimeout;
    private final InstantSource time;
    private volatile boolean drill;

    /**
     * @param settings with at least one model
     * @param transport wraps the client that goes to the network, for recording and replay; identity in production
     */
    public Models(BrainSettings settings, UnaryOperator<HttpClient> transport, InstantSource time) {
        if (!settings.usesModel()) {
            throw new IllegalArgumentException("unable to use models; none is configured");
        }
        this.routes = settings.models().stream()
                .map(endpoint -> route(settings, endpoint, transport, time))
                .toList();
        this.totalTimeout = settings.totalTimeout();
        this.time = time;
    }

    private static ModelRoute route(
            BrainSettings settings, ModelEndpoint endpoint, UnaryOperator<HttpClient> transport, InstantSource time) {
        ModelClient client = new ModelClient(settings, endpoint, transport, time);
        return new ModelRoute(client, Permit.breaker(endpoint.toString(), time), time);
    }

    public List<ModelRoute> inOrder() {
        return routes;
    }

    public Duration totalTimeout() {
        return totalTimeout;
    }

    /** Name of the model that is asked first. */
    public String first() {
        return routes.getFirst().name();
    }

    /** A model that may be asked now: the first one whose breaker is not open. */
    public Optional<ModelRoute> available() {
        return routes.stream()
                .filter(route -> route.breaker().getState() == CircuitBreaker.State.CLOSED)
                .findFirst();
    }

    @Override
    public synchronized void drill(boolean down) {
        drill = down;
        routes.forEach(route -> {
            if (down) {
                route.breaker().transitionToForcedOpenState();
            } else {
                route.breaker().transitionToClosedState();
            }
        });
    }

    @Override
    public boolean inDrill() {
        return drill;
    }

    @Override
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        routes.forEach(route -> states.put(
                route.breaker().getName(), route.breaker().getState().name().toLowerCase(Locale.ROOT)));
        return states;
    }

    public InstantSource time() {
        return time;
    }
}
