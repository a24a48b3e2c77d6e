package io.deskhand.ticketing.view;

import io.deskhand.ticketing.rules.Limits;

/**
 * The most that a client may send, so that pages need no copies of it.
 *
 * @param message characters of a message, note, whisper or reason
 * @param answer characters of an answer of the bot that a colleague edits
 * @param tag characters of a tag
 * @param snoozeDays how far ahead a ticket may be snoozed
 */
public record InputLimits(int message, int answer, int priority, int tags, int tag, int snoozeDays) {

    public static final InputLimits CURRENT = new InputLimits(
            Limits.MAX_TEXT,
            Limits.MAX_BOT_TEXT,
            Limits.MAX_PRIORITY,
            Limits.MAX_TAGS,
            Limits.MAX_TAG,
            Math.toIntExact(Limits.MAX_SNOOZE.toDays()));
}
