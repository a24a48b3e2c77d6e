package io.deskhand.ticketing.rules;

/** What an agent may do with a ticket. Pages offer what the service lists, and nothing else. */
public enum AgentAction {
    CLAIM,
    ACCEPT,
    DECLINE,
    /** To write to the customer as the owner. */
    REPLY,
    NOTE,
    /** To offer a queued ticket to a colleague. */
    OFFER,
    TRANSFER,
    HAND_BACK,
    SNOOZE,
    RELEASE,
    /** To become the owner, as a supervisor, of what a colleague owns. */
    TAKE_OVER,
    TRIAGE,
    /** Giving the ticket another subject. */
    RENAME,
    WHISPER,
    REQUIRE_APPROVAL,
    WAIVE_APPROVAL,
    APPROVE,
    REJECT,
    /** To answer what the bot asks. */
    ANSWER,
    RESOLVE,
    REOPEN
}
