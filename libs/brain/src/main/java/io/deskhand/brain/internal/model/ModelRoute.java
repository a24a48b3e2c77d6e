package io.deskhand.brain.internal.model;

import io.deskhand.brain.Price;
import io.deskhand.brain.bot.Bot.ModelTuning;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One of the models that are tried in order: how to reach it, and the breaker that remembers how it did. For all bots and turns. */
public final class ModelRoute {

    private final ModelClient client;
    private final CircuitBreaker breaker;
    private final InstantSource time;

    ModelRoute(ModelClient client, CircuitBreaker breaker, InstantSource time) {
        this.client = client;
        this.breaker = breaker;
        this.time = time;
    }

    /** The model's name. */
    public String name() {
        return client.endpoint().model();
    }

    public @Nullable Price price() {
        return client.endpoint().price();
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    public Permit permit() {
        return new Permit(breaker, time);
    }

    /** @param deadline when the turn must be over */
    public ModelStream stream(ModelTuning tuning, Instant deadline) {
        return new ModelStream(client, tuning, time, deadline);
    }
}
