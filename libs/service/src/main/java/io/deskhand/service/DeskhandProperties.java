package io.deskhand.service;

import io.deskhand.realtime.AblySettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings that both services share.
 *
 * @param secret signs customers' and agents' tokens; at least 32 characters, the same for all instances of both services
 * @param lease how long an instance may be silent before another takes over the tickets that it serves; at least three rounds of serving (2 s each)
 * @param instance the name of this instance among all; empty for a random one
 */
@Validated
@ConfigurationProperties("deskhand")
public record DeskhandProperties(
        @DefaultValue("") @Size(min = 32, message = "must have at least 32 characters; set DESKHAND_SECRET") String secret,

        @DefaultValue @Valid Ably ably,
        @DefaultValue @Valid Deadlines deadlines,
        @DefaultValue("15s") @DurationMin(seconds = 6) Duration lease,

        @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9._-]{0,64}") String instance,

        @DefaultValue @Valid Tokens tokens,
        @DefaultValue @Valid Widget widget,
        @DefaultValue @Valid Limits limits,
        @DefaultValue @Valid Metrics metrics) {

    /**
     * Where rooms and channels are.
     *
     * @param key an Ably API key, {@code app.key:secret}
     * @param host of an Ably-compatible server; empty for Ably itself
     * @param port of that server
     * @param roomsPerConnection the most rooms that one connection attaches
     * @param requestsPerSecond the most REST requests of this instance; all instances together stay below the limit of the plan
     */
    public record Ably(
            @DefaultValue("") @NotBlank(message = "must not be empty; set ABLY_API_KEY") String key,

            @DefaultValue("") String host,
            @DefaultValue("443") @Min(1) @Max(65_535) int port,
            @DefaultValue("true") boolean tls,

            @DefaultValue("" + AblySettings.ROOMS_PER_CONNECTION) @Min(1) @Max(200) int roomsPerConnection,

            @DefaultValue("" + AblySettings.REQUESTS_PER_SECOND) @Min(1) int requestsPerSecond) {}

    /** How long each side has for its next move; see {@link io.deskhand.ticketing.rules.Deadlines}. */
    public record Deadlines(
            @DefaultValue("60s") @DurationMin(seconds = 1) Duration bot,
            @DefaultValue("60s") @DurationMin(seconds = 1) Duration queue,
            @DefaultValue("5m") @DurationMin(seconds = 1) Duration agent,
            @DefaultValue("24h") @DurationMin(seconds = 1) Duration customer,
            @DefaultValue("20s") @DurationMin(seconds = 1) Duration offer,
            @DefaultValue("72h") @DurationMin(seconds = 1) Duration reopen,
            @DefaultValue("30m") @DurationMin(seconds = 0) Duration sameAgent,
            @DefaultValue("90s") @DurationMin(seconds = 1) Duration lease,
            @DefaultValue("2m") @DurationMin(seconds = 0) Duration place,
            @DefaultValue("2m") @DurationMin(seconds = 1) Duration colleague) {

        public io.deskhand.ticketing.rules.Deadlines asDeadlines() {
            return new io.deskhand.ticketing.rules.Deadlines(
                    bot, queue, agent, customer, offer, reopen, sameAgent, lease, place, colleague);
        }
    }

    /** How long a sign-in lasts. */
    public record Tokens(
            @DefaultValue("30d") @DurationMin(seconds = 1) Duration customer,
            @DefaultValue("12h") @DurationMin(seconds = 1) Duration agent) {}

    /** @param origins sites that may embed the widget and call the customers' API, such as {@code https://shop.example}; {@code *} for all */
    public record Widget(
            @DefaultValue
            List<
                            @NotNull @Pattern(
                                    regexp = "\\*|https?://[^/\\s;,'\"]+",
                                    message = "must be * or an origin such as https://shop.example")
                            String>
                    origins) {
        public Widget {
            origins = List.copyOf(origins);
        }
    }

    /**
     * What one client may ask of a service.
     *
     * @param body the largest request body
     * @param anonymous calls a minute by one network address that need no token
     * @param signIns failed sign-ins a minute by one network address
     */
    public record Limits(
            @DefaultValue("64KB") DataSize body,
            @DefaultValue("300") @Min(1) int anonymous,
            @DefaultValue("10") @Min(1) int signIns) {}

    /** @param token bearer token that reads metrics; empty: nobody does */
    public record Metrics(
            @DefaultValue("") @Pattern(regexp = "|.{16,}", message = "must have at least 16 characters") String token) {}
}
