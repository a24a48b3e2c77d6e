package io.deskhand.bot.drill;

import io.deskhand.brain.ModelDrill;
import io.deskhand.brain.wiring.Brains;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code /actuator/modeldrill}, for the bearer of the metrics token: shows the models' circuit breakers, and starts and ends a drill. During a drill this instance
 * behaves as if every model were down. A restart ends the drill. Other instances are not affected.
 */
@Endpoint(id = "modeldrill")
public final class ModelDrillEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ModelDrillEndpoint.class);
    private static final int CONFLICT = 409;

    private final Optional<ModelDrill> models;

    public ModelDrillEndpoint(Brains brains) {
        this.models = brains.models();
    }

    /** @param models the state of each model's breaker, in the order in which they are tried */
    public record Drill(boolean down, Map<String, String> models) {}

    @ReadOperation
    public Drill drill() {
        return new Drill(
                models.map(ModelDrill::inDrill).orElse(false),
                models.map(ModelDrill::states).orElse(Map.of()));
    }

    /** Begins or ends the drill; 409 when no model is configured. */
    @WriteOperation
    public WebEndpointResponse<Object> change(boolean down) {
        if (models.isEmpty()) {
            return new WebEndpointResponse<>(Map.of("detail", "unable to drill; the bots use no model"), CONFLICT);
        }
        models.get().drill(down);
        log.warn("drill: {}", down ? "every model counts as down" : "over, every model is trusted again");
        return new WebEndpointResponse<>(drill());
    }
}
