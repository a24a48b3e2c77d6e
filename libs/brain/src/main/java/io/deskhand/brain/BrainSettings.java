package io.deskhand.brain;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the bots think: with models, or from their articles alone.
 *
 * @param models in order of preference; the next one is tried when the breaker of one is open or it fails before its first text. Empty: no model
 * @param connectTimeout until the connection is established
 * @param idleTimeout longest silence of a model, before the first text as well as between two pieces
 * @param totalTimeout longest time a turn may take in all: tools, retries and further models included
 * @param retries further attempts with one model before the first text, on connect failures, 429 and 5xx
 * @param outagesPerMinute most tickets that go to people in a minute because no model can answer; the others are offered a person
 */
public record BrainSettings(
        List<ModelEndpoint> models,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration totalTimeout,
        int retries,
        int outagesPerMinute) {

    public static final URI OPENAI = URI.create("https://api.openai.com/v1");
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    private static final int DEFAULT_OUTAGES_PER_MINUTE = 10;

    public BrainSettings {
        models = List.copyOf(models);
        if (retries < 0 || outagesPerMinute < 0) {
            throw new IllegalArgumentException("unable to use the settings of the models; a limit is negative");
        }
        long currencies = models.stream()
                .map(ModelEndpoint::price)
                .filter(Objects::nonNull)
                .map(Price::currency)
                .distinct()
                .count();
        if (currencies > 1) {
            throw new IllegalArgumentException(
                    "unable to use the settings of the models; their prices are in different currencies");
        }
    }

    /** No model: answers from the articles. */
    public static BrainSettings extractive() {
        return of(List.of());
    }

    /** These models with the default timeouts (connect 3 s, idle 15 s, total 60 s), two retries and ten outages a minute. */
    public static BrainSettings of(List<ModelEndpoint> models) {
        return new BrainSettings(
                models,
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                2,
                DEFAULT_OUTAGES_PER_MINUTE);
    }

    /**
     * One model of unknown price, or none when there is neither an address nor a key. Blank values count as absent, so that environment variables can be handed
     * in as they are.
     */
    public static BrainSettings llm(@Nullable String baseUrl, @Nullable String apiKey, @Nullable String model) {
        String address = stripped(baseUrl);
        String key = stripped(apiKey);
        String name = stripped(model);
        if (address.isEmpty() && key.isEmpty()) {
            return extractive();
        }
        return of(List.of(new ModelEndpoint(
                address.isEmpty() ? OPENAI : URI.create(address),
                key.isEmpty() ? null : key,
                name.isEmpty() ? DEFAULT_MODEL : name,
                null)));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The same with a further model, asked when those before it cannot answer. */
    public BrainSettings withFallback(ModelEndpoint model) {
        List<ModelEndpoint> more = new ArrayList<>(models);
        more.add(model);
        return withModels(more);
    }

    public BrainSettings withModels(List<ModelEndpoint> models) {
        return new BrainSettings(models, connectTimeout, idleTimeout, totalTimeout, retries, outagesPerMinute);
    }

    public BrainSettings withTimeouts(Duration connect, Duration idle, Duration total) {
        return new BrainSettings(models, connect, idle, total, retries, outagesPerMinute);
    }

    public BrainSettings withRetries(int retries) {
        return new BrainSettings(models, connectTimeout, idleTimeout, totalTimeout, retries, outagesPerMinute);
    }

    public BrainSettings withOutagesPerMinute(int outages) {
        return new BrainSettings(models, connectTimeout, idleTimeout, totalTimeout, retries, outages);
    }

    /** Whether a model is configured. */
    public boolean usesModel() {
        return !models.isEmpty();
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "BrainSettings" + (usesModel() ? models.toString() : "[extractive]");
    }
}
