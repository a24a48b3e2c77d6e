package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;

/** The most of everything that a command may carry. Clients read these limits from the services, and have no copies. */
public final class TicketLimits {

    /** The longest message of a customer or an agent, in UTF-16 characters. */
    public static final int MAX_TEXT = 4_000;

    /** The longest answer of a bot: a room takes 64 KiB a message, this leaves room for citations and headers. */
    public static final int MAX_BOT_TEXT = 12_000;

    /** The longest subject, in UTF-16 characters. */
    public static final int MAX_SUBJECT = 200;

    public static final int MAX_PRIORITY = Ticket.MAX_PRIORITY;

    public static final int MAX_TAGS = 20;

    /** The longest tag, in UTF-16 characters. */
    public static final int MAX_TAG = 40;

    public static final Duration MAX_SNOOZE = Duration.ofDays(90);

    /** Whispers that may wait for the bot's next answer. */
    static final int MAX_WAITING_GUIDANCE = 20;

    /** Answers to one message that may be rejected before people take the ticket. */
    static final int MAX_REJECTED = 2;

    private TicketLimits() {}
}
