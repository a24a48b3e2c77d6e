package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.ticket.NextMove;
import java.time.Duration;
import java.time.Instant;

/**
 * How long each side has for its next move.
 *
 * @param bot to answer a customer message
 * @param queue until somebody must be alerted that a ticket waits for a claim
 * @param agent to answer a customer message
 * @param customer until a ticket counts as left alone by the customer, and is resolved
 * @param offer for an agent to accept what is offered to them
 * @param reopen from resolved until closed: as long the customer can reopen the ticket by writing
 * @param sameAgent from resolved: as long a reopened ticket goes to its last agent, if they are there
 * @param lease how long an agent counts as there after a heartbeat
 * @param place how long the place in the queue is kept for a customer who went back to the bot
 * @param colleague for a colleague to approve an answer of the bot, or to answer its question
 */
public record Deadlines(
        Duration bot,
        Duration queue,
        Duration agent,
        Duration customer,
        Duration offer,
        Duration reopen,
        Duration sameAgent,
        Duration lease,
        Duration place,
        Duration colleague) {

    public static final Deadlines DEFAULTS = new Deadlines(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(20),
            Duration.ofHours(72),
            Duration.ofMinutes(30),
            Duration.ofSeconds(90),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    /** An alert is repeated after twice the time, up to this many times doubled. */
    private static final int DOUBLINGS = 6;

    NextMove next(NextMove.Who who, Instant now) {
        return new NextMove(who, now.plus(time(who)));
    }

    /** The deadline after an alert: alerts go on until somebody acts (I22), each after twice the time of the one before. */
    NextMove next(NextMove.Who who, int alerts, Instant now) {
        return new NextMove(who, now.plus(time(who).multipliedBy(1L << Math.min(alerts, DOUBLINGS))));
    }

    private Duration time(NextMove.Who who) {
        return switch (who) {
            case BOT -> bot;
            case QUEUE -> queue;
            case AGENT -> agent;
            case CUSTOMER -> customer;
        };
    }
}
