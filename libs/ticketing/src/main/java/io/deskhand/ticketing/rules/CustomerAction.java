package io.deskhand.ticketing.rules;

/** What a customer may do with their ticket in addition to writing. */
public enum CustomerAction {
    /** "Talk to a person". */
    ESCALATE,
    /** "Back to the assistant", while waiting for a person. */
    RETURN,
    /** To say that the matter is settled. */
    RESOLVE
}
