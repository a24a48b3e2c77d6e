package io.deskhand.brain.internal.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Decides when a request without any text yet is sent again.
 *
 * @param retries further attempts after the first
 * @param firstDelay before the first retry; doubles each time
 * @param longestDelay cap; a server that asks for more is not asked again
 */
record RetryPolicy(int retries, Duration firstDelay, Duration longestDelay) {

    static RetryPolicy of(int retries) {
        return new RetryPolicy(retries, Duration.ofMillis(300), Duration.ofSeconds(5));
    }

    static boolean isWorthwhile(int status) {
        return status == 429 || status >= 500;
    }

    /**
     * How long to wait before the next attempt; empty when there is none.
     *
     * @param attempt attempts made so far, from 1
     * @param retryAfter the server's header: seconds or an HTTP date
     */
    Optional<Duration> delay(int attempt, Optional<String> retryAfter, InstantSource time) {
        if (attempt > retries) {
            return Optional.empty();
        }
        Duration own = firstDelay.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration wanted =
                retryAfter.flatMap(header -> parse(header, time.instant())).orElse(own);
        return wanted.compareTo(longestDelay) > 0 ? Optional.empty() : Optional.of(wanted);
    }

    private static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
