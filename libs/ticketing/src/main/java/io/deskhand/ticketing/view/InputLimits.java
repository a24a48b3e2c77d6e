package io.deskhand.ticketing.view;

import io.deskhand.ticketing.rules.TicketLimits;

/**
 * The most that a client may send, so that pages need no copies of it.
 *
 * @param message characters of a message, note, whisper or reason
 * @param answer characters of an answer of the bot that a colleague edits
 * @param subject characters of a subject
 * @param priority the highest priority; the lowest is 0
 * @param tags number of tags of a ticket
 * @param tag characters of a tag
 * @param snoozeDays days for which a ticket may be snoozed
 */
public record InputLimits(int message, int answer, int subject, int priority, int tags, int tag, int snoozeDays) {

    public static final InputLimits CURRENT = new InputLimits(
            TicketLimits.MAX_TEXT,
            TicketLimits.MAX_BOT_TEXT,
            TicketLimits.MAX_SUBJECT,
            TicketLimits.MAX_PRIORITY,
            TicketLimits.MAX_TAGS,
            TicketLimits.MAX_TAG,
            Math.toIntExact(TicketLimits.MAX_SNOOZE.toDays()));
}
