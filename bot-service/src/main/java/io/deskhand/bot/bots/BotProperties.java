package io.deskhand.bot.bots;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.Price;
import io.deskhand.brain.tool.AllowedOrigins;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the bots.
 *
 * @param prompts the folder that holds {@code bots/<bot>/bot.yaml}
 * @param reload how often changed files of the bots are looked for
 * @param debounce how long a bot waits for another message before it answers, so that double texts are answered together
 */
@Validated
@ConfigurationProperties("deskhand")
public record BotProperties(
        @DefaultValue("prompts") Path prompts,
        @DefaultValue("3s") @DurationMin(millis = 100) Duration reload,
        @DefaultValue("400ms") @DurationMin Duration debounce,
        @DefaultValue @Valid Llm llm,
        @DefaultValue Tools tools) {

    /**
     * Where the bots' tools may call (docs/tools.md). A bot's file cannot widen it.
     *
     * @param origins such as {@code https://orders.example.com}; their names must lead to public addresses
     * @param insideOrigins may lead to loopback, private and link-local addresses too; name each service of your own network
     */
    public record Tools(
            @DefaultValue List<String> origins,
            @DefaultValue List<String> insideOrigins) {

        public AllowedOrigins allowed() {
            return AllowedOrigins.parse(origins, insideOrigins);
        }
    }

    /**
     * OpenAI-compatible models. Without address and key the bots answer from their articles alone.
     *
     * @param baseUrl such as {@code https://api.openai.com/v1}; empty for OpenAI's own
     * @param apiKey may be empty for a server of one's own
     * @param model the model's name; empty for the default
     * @param fallbacks tried in this order when the model cannot answer; one without address and key is left out
     * @param currency of all prices, an ISO 4217 code
     * @param prices by model; the cost of a model without a price is not known
     * @param idleTimeout longest silence of a model
     * @param totalTimeout longest time that a turn may take
     * @param outagesPerMinute most tickets that go to people in a minute because no model can answer, for each instance; the others are offered a person
     */
    public record Llm(
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String model,
            @DefaultValue @Valid List<Fallback> fallbacks,

            @DefaultValue("USD") @Pattern(regexp = "[A-Z]{3}") String currency,

            @DefaultValue @Valid List<ModelPrice> prices,
            @DefaultValue("15s") @DurationMin(millis = 100) Duration idleTimeout,
            @DefaultValue("60s") @DurationMin(millis = 100) Duration totalTimeout,
            @DefaultValue("10") @Min(0) int outagesPerMinute) {

        public BrainSettings settings() {
            BrainSettings first = BrainSettings.llm(baseUrl, apiKey, model);
            if (!first.usesModel()) {
                return first;
            }
            List<ModelEndpoint> models = Stream.concat(
                            first.models().stream(), fallbacks.stream().flatMap(Fallback::endpoint))
                    .map(this::priced)
                    .toList();
            return first.withModels(models)
                    .withTimeouts(first.connectTimeout(), idleTimeout, totalTimeout)
                    .withOutagesPerMinute(outagesPerMinute);
        }

        private ModelEndpoint priced(ModelEndpoint endpoint) {
            return prices.stream()
                    .filter(price -> price.model().equals(endpoint.model()))
                    .findFirst()
                    .map(price -> endpoint.withPrice(
                            new Price(price.input(), price.output(), Currency.getInstance(currency))))
                    .orElse(endpoint);
        }

        /** Says nothing of the keys, so that logs do not. */
        @Override
        public String toString() {
            return "Llm[" + model + " at " + baseUrl + ", fallbacks " + fallbacks + "]";
        }
    }

    /** A further model, written like the first. */
    public record Fallback(
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String model) {

        Stream<ModelEndpoint> endpoint() {
            return BrainSettings.llm(baseUrl, apiKey, model).models().stream();
        }

        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }

    /**
     * @param input for a million tokens that the model reads
     * @param output for a million tokens that it writes
     */
    public record ModelPrice(
            @NotBlank String model,
            @NotNull @DecimalMin("0") BigDecimal input,
            @NotNull @DecimalMin("0") BigDecimal output) {}
}
