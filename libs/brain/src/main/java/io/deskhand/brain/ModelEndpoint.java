package io.deskhand.brain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One model behind an OpenAI-compatible API.
 *
 * @param baseUrl of the API, such as {@code https://api.openai.com/v1}
 * @param apiKey secret; null for servers that want none
 * @param model name of the model
 * @param price null when it is not known: then costs are not known either
 */
public record ModelEndpoint(
        URI baseUrl,
        @Nullable String apiKey,
        String model,
        @Nullable Price price) {

    public ModelEndpoint withPrice(Price price) {
        return new ModelEndpoint(baseUrl, apiKey, model, price);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return model + " at " + baseUrl.getHost();
    }
}
