package io.deskhand.ably.local.wire;

/** Presence actions, in the order of their numbers on the wire. */
public enum PresenceAction {
    ABSENT,
    PRESENT,
    ENTER,
    LEAVE,
    UPDATE;

    private static final PresenceAction[] ALL = values();

    /**
     * The action of a number.
     *
     * @throws AblyException 40000 for a number that is no presence action
     */
    public static PresenceAction of(int number) {
        if (number < 0 || number >= ALL.length) {
            throw Errors.badRequest("unable to read presence; unknown action " + number);
        }
        return ALL[number];
    }
}
