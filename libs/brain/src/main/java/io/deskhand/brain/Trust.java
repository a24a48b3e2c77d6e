package io.deskhand.brain;

/** How much is known of who writes. */
public enum Trust {
    /** Nothing: anybody may have written this. */
    ANONYMOUS,
    /** The customer said who they are; nobody has checked it. */
    IDENTIFIED,
    /** The shop has signed who they are. */
    VERIFIED
}
