package io.deskhand.ticketing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long each side has for its next move.
 *
 * @param bot to answer a customer message
 * @param queue until somebody must be alerted (again) that a ticket waits for a claim
 * @param agent to answer a customer message
 * @param customer until a ticket counts as left alone by the customer
 */
public record Deadlines(Duration bot, Duration queue, Duration agent, Duration customer) {

    public static final Deadlines DEFAULTS =
            new Deadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofHours(24));

    NextMove next(NextMove.Who who, Instant now) {
        Duration time = switch (who) {
            case BOT -> bot;
            case QUEUE -> queue;
            case AGENT -> agent;
            case CUSTOMER -> customer;
        };
        return new NextMove(who, now.plus(time));
    }
}
