package io.deskhand.ticketing.ticket;

/** Why a ticket was given to the queue. */
public enum EscalationReason {
    /** The customer asked for a person. */
    ASKED,
    /** Policy gives the matter to people: legal, safety, privacy. */
    SENSITIVE,
    /** A rule of the bot on verified data about the customer. */
    RULE,
    /** The knowledge does not support an answer. */
    WEAK_EVIDENCE,
    /** The same question repeatedly, or repeated failure. */
    LOOP,
    TOOL_FAILED,
    /** The model could not be reached or did not finish. */
    OUTAGE,
    BUDGET,
    /** The bot, or a colleague whose approval it needed, owed a move and did not make it in time. */
    OVERDUE
}
