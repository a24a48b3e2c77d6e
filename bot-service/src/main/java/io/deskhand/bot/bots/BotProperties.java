package io.deskhand.bot.bots;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.tool.AllowedOrigins;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the bots.
 *
 * @param prompts the folder that holds {@code bots/<bot>/bot.yaml}
 * @param debounce how long a bot waits for another message before it answers, so that double texts are answered together
 */
@Validated
@ConfigurationProperties("deskhand")
public record BotProperties(
        @DefaultValue("prompts") Path prompts,
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
     * An OpenAI-compatible model. Without address and key the bots answer from their articles alone.
     *
     * @param baseUrl such as {@code https://api.openai.com/v1}; empty for OpenAI's own
     * @param apiKey may be empty for a server of one's own
     * @param model the model's name; empty for the default
     */
    public record Llm(
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String model) {

        public BrainSettings settings() {
            return BrainSettings.llm(baseUrl, apiKey, model);
        }

        /** Says nothing of the key, so that logs do not. */
        @Override
        public String toString() {
            return "Llm[" + model + " at " + baseUrl + "]";
        }
    }
}
