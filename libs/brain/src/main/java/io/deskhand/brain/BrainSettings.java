package io.deskhand.brain;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the bots think. With a base URL or a key they use a model; with neither they answer from their articles alone.
 *
 * @param baseUrl of an OpenAI-compatible API, such as {@code https://api.openai.com/v1}; null means OpenAI's own when a key is set
 * @param apiKey secret; null for servers that want none
 * @param model name of the model
 * @param connectTimeout until the connection stands
 * @param idleTimeout longest silence of the model, before the first text as well as between two pieces
 * @param totalTimeout longest time a turn may take in all, tools and retries included
 * @param retries further attempts before the first text, on connect failures, 429 and 5xx
 */
public record BrainSettings(
        @Nullable URI baseUrl,
        @Nullable String apiKey,
        String model,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration totalTimeout,
        int retries) {

    public static final URI OPENAI = URI.create("https://api.openai.com/v1");
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    /** No model: answers from the articles. */
    public static BrainSettings extractive() {
        return llm(null, null, null);
    }

    /**
     * A model with the default timeouts (connect 3 s, idle 15 s, total 60 s) and two retries. Blank values count as absent, so that environment variables can be
     * handed in as they are.
     */
    public static BrainSettings llm(@Nullable String baseUrl, @Nullable String apiKey, @Nullable String model) {
        return new BrainSettings(
                baseUrl == null || baseUrl.isBlank() ? null : URI.create(baseUrl.strip()),
                apiKey == null || apiKey.isBlank() ? null : apiKey.strip(),
                model == null || model.isBlank() ? DEFAULT_MODEL : model.strip(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                2);
    }

    public BrainSettings withTimeouts(Duration connect, Duration idle, Duration total) {
        return new BrainSettings(baseUrl, apiKey, model, connect, idle, total, retries);
    }

    public BrainSettings withRetries(int retries) {
        return new BrainSettings(baseUrl, apiKey, model, connectTimeout, idleTimeout, totalTimeout, retries);
    }

    /** Whether a model is configured. */
    public boolean usesModel() {
        return baseUrl != null || apiKey != null;
    }

    /** The address of the API. */
    public URI endpoint() {
        return baseUrl == null ? OPENAI : baseUrl;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "BrainSettings[" + (usesModel() ? endpoint().getHost() + ", " + model : "extractive") + "]";
    }
}
